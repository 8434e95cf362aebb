"""Ranks and grades of a user in campaigns and in-groups, those of the agents logged in included.

Source: docs/functions/update_user.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from nonagent.database import Session, Sql
from nonagent.rules import admin_log
from nonagent.rules.admin_log import Actor


@dataclass(frozen=True)
class Kind:
    """What ranks are held in: how one is saved for the user, and for the agent when it is logged in."""

    save: str
    save_live: str


# A rank or grade that is not given is NULL: a new row has the table's default for it, another keeps its own.
CAMPAIGNS = Kind(
    save="""
        INSERT INTO vicidial_campaign_agents (user, campaign_id, campaign_rank, campaign_weight, campaign_grade)
        SELECT %s, campaign_id, COALESCE(%s, 0), COALESCE(%s, 0), COALESCE(%s, 1)
        FROM vicidial_campaigns
        WHERE %s IS NULL OR campaign_id = %s
        ON DUPLICATE KEY UPDATE
          campaign_rank = COALESCE(%s, vicidial_campaign_agents.campaign_rank),
          campaign_weight = COALESCE(%s, vicidial_campaign_agents.campaign_weight),
          campaign_grade = COALESCE(%s, vicidial_campaign_agents.campaign_grade)
        """,
    save_live="""
        UPDATE vicidial_live_agents
        SET campaign_weight = %s, campaign_grade = %s
        WHERE user = %s AND (%s IS NULL OR campaign_id = %s)
        """,
)
INGROUPS = Kind(
    save="""
        INSERT INTO vicidial_inbound_group_agents (user, group_id, group_rank, group_weight, group_grade)
        SELECT %s, group_id, COALESCE(%s, 0), COALESCE(%s, 0), COALESCE(%s, 1)
        FROM vicidial_inbound_groups
        WHERE %s IS NULL OR group_id = %s
        ON DUPLICATE KEY UPDATE
          group_rank = COALESCE(%s, vicidial_inbound_group_agents.group_rank),
          group_weight = COALESCE(%s, vicidial_inbound_group_agents.group_weight),
          group_grade = COALESCE(%s, vicidial_inbound_group_agents.group_grade)
        """,
    save_live="""
        UPDATE vicidial_live_inbound_agents
        SET group_weight = %s, group_grade = %s
        WHERE user = %s AND (%s IS NULL OR group_id = %s)
        """,
)


def save(
    db: Session, actor: Actor, kind: Kind, user: str, rank: str, grade: str, only: str | None, also: str
) -> None:
    """Give a user a rank, a grade or both, in every campaign or in-group or in one.

    Parameters: db; actor; kind; user; rank and grade, blank when not given; only, the one id, None for all of them;
    also, what the admin log says behind the counts.
    """
    given = (rank or None, rank or None, grade or None)
    save_ranks = Sql(kind.save, user, *given, only, only, *given)
    # legacy: of an agent who is logged in the one that is not given becomes 0.
    save_live = Sql(kind.save_live, rank or "0", grade or "0", user, only, only)
    saved = db.run(save_ranks)
    saved_live = 0
    with actor.behind("RANKS OF THE LIVE AGENT NOT UPDATED"):
        saved_live = db.run(save_live)
    admin_log.record(
        db, actor, "USERS", "MODIFY", user, "ADMIN API UPDATE USER RANK",
        f"user: {user}|rank: {rank}|grade: {grade}|rows: {saved}|{saved_live}|{also}", save_ranks, save_live,
    )  # fmt: skip
