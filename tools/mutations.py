"""Small faults that can be put into a module: which there are, and the module's text with one of them.

What is changed: numbers (one more, one less), comparisons, `and` and `or`, `not`, conditions, True and False, break
and continue, returned values, and texts that something is compared with. Left alone: docstrings, annotations, texts
of answers, logs and SQL, whatever stands in an f-string, and whether a dataclass is frozen.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

#: what a comparison becomes: its opposite, and for an order also the one beside it
COMPARISONS: dict[type[ast.cmpop], tuple[str, tuple[str, ...]]] = {
    ast.Eq: (r"==", ("!=",)),
    ast.NotEq: (r"!=", ("==",)),
    ast.Lt: (r"<", ("<=", ">=")),
    ast.LtE: (r"<=", ("<", ">")),
    ast.Gt: (r">", (">=", "<=")),
    ast.GtE: (r">=", (">", "<")),
    ast.Is: (r"\bis\b", ("is not",)),
    ast.IsNot: (r"\bis\s+not\b", ("is",)),
    ast.In: (r"\bin\b", ("not in",)),
    ast.NotIn: (r"\bnot\s+in\b", ("in",)),
}


@dataclass(frozen=True)
class Mutation:
    """One fault: bytes of a module, and what stands in their place."""

    #: the module's file, from the repository's folder on
    module: str
    kind: str
    line: int
    start: int
    end: int
    instead: str

    @property
    def name(self) -> str:
        """What it is called in reports: where it is and what it does, `nonagent/rules/words.py:7 number '2'`."""
        return f"{self.module}:{self.line} {self.kind} {' '.join(self.instead.split())!r}"

    def applied(self, source: str) -> str:
        """Put the fault into the module's text. Returns: the text with it."""
        text = source.encode()
        return (text[: self.start] + self.instead.encode() + text[self.end :]).decode()

    def diff(self, source: str) -> str:
        """What it changes of the module's text, as lines of a diff."""
        before, after = source.splitlines(), self.applied(source).splitlines()
        return "\n".join(list(difflib.unified_diff(before, after, self.module, self.module, lineterm="", n=2))[2:])


def mutations(module: str, source: str) -> list[Mutation]:
    """Every fault that can be put into a module.

    Parameters: module, its file from the repository's folder on; source, its text.
    Returns: them in the order of the text; each leaves Python that can be read.
    """
    found = {each for each in _Finder(module, source).found() if _is_python(each.applied(source))}
    return sorted(found, key=lambda each: (each.start, each.end, each.kind, each.instead))


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


class _Finder:
    """Looks through one module."""

    def __init__(self, module: str, source: str) -> None:
        self._module, self._text = module, source.encode()
        self._tree = ast.parse(source)
        self._lines = [0]
        for line in self._text.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def found(self) -> Iterator[Mutation]:
        for node in _walk(self._tree):
            match node:
                case ast.Constant():
                    yield from self._of_constant(node)
                case ast.Compare():
                    yield from self._of_comparison(node)
                case ast.BoolOp():
                    yield from self._of_boolean_operator(node)
                case ast.UnaryOp(op=ast.Not()):
                    yield self._mutation("not", node, self._source(node.operand))
                case ast.If() | ast.While() | ast.IfExp():
                    yield from self._of_condition(node.test)
                case ast.comprehension():
                    for test in node.ifs:
                        yield from self._of_condition(test)
                case ast.Break():
                    yield self._mutation("break", node, "continue")
                case ast.Continue():
                    yield self._mutation("continue", node, "break")
                case ast.Return(value=ast.expr() as value) if not _is_like_none(value):
                    yield self._mutation("return", node, "return None")

    def _of_constant(self, node: ast.Constant) -> Iterator[Mutation]:
        if isinstance(node.value, bool):
            yield self._mutation("boolean", node, str(not node.value))
        elif isinstance(node.value, int | float):
            yield self._mutation("number", node, str(node.value + 1))
            yield self._mutation("number", node, str(node.value - 1))

    def _of_comparison(self, node: ast.Compare) -> Iterator[Mutation]:
        operands = [node.left, *node.comparators]
        for operator, (left, right) in zip(node.ops, pairwise(operands), strict=True):
            pattern, others = COMPARISONS[type(operator)]
            for other in others:
                yield from self._between("comparison", left, right, pattern, other)
        for operand in operands:
            within = operand.elts if isinstance(operand, ast.Tuple | ast.List | ast.Set) else [operand]
            for each in within:
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    yield self._mutation("text", each, repr(each.value + "?"))

    def _of_boolean_operator(self, node: ast.BoolOp) -> Iterator[Mutation]:
        this, other = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in pairwise(node.values):
            yield from self._between("boolean operator", left, right, rf"\b{this}\b", other)

    def _of_condition(self, test: ast.expr) -> Iterator[Mutation]:
        """The opposite, where nothing else makes it that."""
        negated = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        if not negated and not (isinstance(test, ast.Compare) and len(test.ops) == 1):
            yield self._mutation("condition", test, f"not ({self._source(test)})")

    def _between(self, kind: str, left: ast.expr, right: ast.expr, pattern: str, instead: str) -> Iterator[Mutation]:
        """The operator between two operands; beside it there may be brackets, spaces and comments."""
        start, end = self._end(left), self._start(right)
        text = re.sub(rb"#[^\n]*", lambda comment: b" " * len(comment[0]), self._text[start:end])
        operator = re.search(pattern.encode(), text)
        if operator:
            first, last = start + operator.start(), start + operator.end()
            yield Mutation(self._module, kind, left.end_lineno or left.lineno, first, last, instead)

    def _mutation(self, kind: str, node: ast.expr | ast.stmt, instead: str) -> Mutation:
        return Mutation(self._module, kind, node.lineno, self._start(node), self._end(node), instead)

    def _source(self, node: ast.expr) -> str:
        return self._text[self._start(node) : self._end(node)].decode()

    def _start(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.expr | ast.stmt) -> int:
        return self._lines[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Every node whose change would be a fault of the program."""
    yield node
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns"):
            continue
        for child in value if isinstance(value, list) else [value]:
            # The places of nodes within f-strings are wrong before Python 3.12.
            if not isinstance(child, ast.AST) or isinstance(child, ast.JoinedStr):
                continue
            if name == "decorator_list" and ast.unparse(child).startswith("dataclass"):
                continue
            yield from _walk(child)


def _is_like_none(node: ast.expr) -> bool:
    """Whether it is a constant that mostly does what None does in its place."""
    return isinstance(node, ast.Constant) and not node.value
