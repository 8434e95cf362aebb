"""How the two versions of the lead archive word their answers, keys in the documents' order.

Source: docs/lead-archive.md.
"""

from __future__ import annotations

from typing import Any

from nonagent.web.archive.schemas import Problem
from nonagent.web.archive.work import Counts

UNAUTHORISED = "unable to validate api user"

Answer = tuple[dict[str, Any], int]


class Version1:
    """Seed 000: a status of its own for each mistake, and the same number in the body."""

    strict = False
    has_office_hours = False

    def done(self, counts: Counts) -> Answer:
        """The counts; an inserted lead counts as updated too."""
        return {
            "success": "Lead batch was successfully processed",
            "select_count": counts.select,
            "insert_count": counts.insert,
            "update_count": counts.matched,
            "delete_count": counts.delete,
            "status_code": 200,
        }, 200

    def problem(self, problem: Problem) -> Answer:
        """What is wrong with the request."""
        ids = {"lead_ids": problem.lead_ids} if problem.lead_ids else {}
        return {"error": problem.message, **ids, "status_code": problem.status}, problem.status

    def refused(self, status: int, message: str) -> Answer:
        """Who calls, or when, is not accepted."""
        return {"error": message, "status_code": status}, status

    def failed(self, message: str) -> Answer:
        """Anything else that went wrong."""
        return self.refused(439, message)


class Version2:
    """Seed 001: HTTP statuses as they are usual; a mistake always comes with the ids at fault."""

    strict = True
    has_office_hours = True

    def done(self, counts: Counts) -> Answer:
        """The counts; updated is what was changed."""
        return {
            "message": "lead_ids batch was successfully processed",
            "select_count": counts.select,
            "insert_count": counts.insert,
            "update_count": counts.update,
            "delete_count": counts.delete,
        }, 200

    def problem(self, problem: Problem) -> Answer:
        """What is wrong with the request."""
        ids = problem.lead_ids
        return {"message": problem.message, "lead_errors": len(ids), "lead_ids": ids}, 400

    def refused(self, status: int, message: str) -> Answer:
        """Who calls, or when, is not accepted."""
        return {"message": message}, status

    def failed(self, message: str) -> Answer:
        """Anything else that went wrong."""
        return self.refused(500, message)


Version = Version1 | Version2
