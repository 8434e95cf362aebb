"""The parameters of a request: declared by the function that reads them, cleaned when they are touched.

    class Asked(Parameters):
        agent_user = parameter("Whose state to show.", required=True, length=(1, 99))
        stage = STAGE

A function declares a class like this beside its handler; what several of them read alike stands in
nonagent.api.common_parameters. Documentation, JSON endpoints and forms are made from these declarations.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Protocol, overload

from nonagent.api import cleaning


class Array(str):
    """A value sent under a name that ends in `[...]`. It counts as missing; custom fields store it as `Array`."""

    __slots__ = ()


class Given(Protocol):
    """What a request carries, however it came in."""

    def names(self) -> Iterable[str]:
        """Every name that was sent."""
        ...

    def raw(self, name: str) -> str | None:
        """The value as sent. Parameters: name. Returns: it, an Array for an array, None when it was not sent."""
        ...

    def query_text(self) -> str:
        """All of it as one text, as the API log keeps it."""
        ...


def size(value: str) -> int:
    """A value's length as the API counts it, in bytes."""
    return len(value) if value.isascii() else len(value.encode("utf8", "surrogateescape"))


class Parameter:
    """One parameter of a function. As an attribute of a request it is the cleaned value, blank when not sent."""

    def __init__(
        self,
        doc: str,
        *,
        required: bool = False,
        length: tuple[int, int] | None = None,
        values: tuple[str, ...] = (),
        between: tuple[float, float] | None = None,
        default: str = "",
        sent_as: str = "",
    ) -> None:
        """Declare it.

        Parameters: doc, a sentence for the reference; required, whether the function does nothing without it;
        length, the least and most bytes that are taken; values, those that mean something, where they are few;
        between, the least and most of a number that is taken; default, what stands for a blank value; sent_as, its
        name where that is a word of Python's.
        """
        self.doc = doc
        self.required = required
        self.length = length
        self.values = values
        self.between = between
        self.default = default
        self.name = sent_as
        self.attribute = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.attribute = name
        self.name = self.name or name

    @overload
    def __get__(self, request: None, owner: type) -> Parameter: ...

    @overload
    def __get__(self, request: Parameters, owner: type) -> str: ...

    def __get__(self, request: Parameters | None, owner: type) -> Parameter | str:
        if request is None:
            return self
        # Asked once for each that was sent: then it is an attribute like any other, which Python finds before this.
        value = request.__dict__[self.attribute] = request.cleaned(self.name) or self.default
        return value

    def fits(self, value: str) -> bool:
        """Whether a value is as long as it must be. Parameters: value."""
        return self.length is None or self.length[0] <= size(value) <= self.length[1]

    def accepts(self, value: str) -> bool:
        """Whether a value is one that is declared. Parameters: value, of digits where a range is."""
        if self.between is not None and not self.between[0] <= float(value) <= self.between[1]:
            return False
        return self.fits(value) and (not self.values or value in self.values)


#: how a function declares one, as an attribute of its Parameters class
parameter = Parameter


def flag(doc: str, value: str = "Y") -> Parameter:
    """Declare a parameter that switches something on. Parameters: doc; value that does; any other does not."""
    return Parameter(doc, values=(value,))


class Parameters:
    """What a request carries of a function's parameters; every function has these."""

    source = parameter("Where the request comes from, in a word of the caller's; the API log keeps it.",
                       required=True, length=(2, 20))  # fmt: skip
    user = parameter("The VICIdial user who calls.", required=True)
    password = Parameter("That user's password.", required=True, sent_as="pass")
    function = parameter("Which function to call.", required=True)

    declared: ClassVar[dict[str, Parameter]] = {}
    #: the required ones of the function's own
    _needed: ClassVar[tuple[Parameter, ...]] = ()
    _unsent: ClassVar[dict[str, str]] = {}
    _attributes: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls._learn()

    @classmethod
    def _learn(cls) -> None:
        values = (value for kind in reversed(cls.__mro__) for value in vars(kind).values())
        found = [value for value in values if isinstance(value, Parameter)]
        cls.declared = {each.attribute: each for each in found}
        cls._needed = tuple(each for each in found if each.required and each.attribute not in Parameters.declared)
        cls._attributes = {each.name: each.attribute for each in found}
        cls._unsent = {each.attribute: each.default for each in found if each.name not in cleaning.NEVER_BLANK}

    def __init__(self, given: Given, use_non_latin: bool) -> None:
        """Parameters: given, what the request carries; use_non_latin, of system_settings."""
        # Most are not sent: those are plain attributes from the start.
        self.__dict__ = self._unsent.copy()
        for name in given.names():
            if name in self._attributes:
                self.__dict__.pop(self._attributes[name], None)
        self._given = given
        self._use_non_latin = use_non_latin

    def cleaned(self, name: str) -> str:
        """A parameter's value. Parameters: name, as it is sent. Returns: it, blank when it was not sent."""
        return cleaning.clean(name, self._text, self._use_non_latin)

    def value(self, attribute: str) -> str:
        """A declared parameter by a name that is data. Parameters: attribute. Raises: KeyError when it is not one."""
        return str(getattr(self, self.declared[attribute].attribute))

    def are_complete(self) -> bool:
        """Whether each required parameter of the function's own is as long as it must be."""
        return all(each.fits(self.value(each.attribute)) for each in self._needed)

    def raw(self, name: str) -> str | None:
        """A value as sent, for parameters that have no fixed name (custom fields).

        Parameters: name of the parameter.
        Returns: the value, `Array` for an array, None when it was not sent.
        """
        return self._given.raw(name)

    def replace(self, name: str, value: str) -> None:
        """Give a parameter another value from here on, in the API log too. Parameters: name; value, as cleaned."""
        self.__dict__[name] = value

    def as_logged(self, name: str) -> str:
        """A parameter as the API log shows it, declared or not. Parameters: name. Returns: its value."""
        return self.__dict__.get(name) or self.cleaned(name)

    @property
    def query_text(self) -> str:
        """Query string and form as one text, see Intake.query_text."""
        return self._given.query_text()

    def _text(self, name: str) -> str:
        value = self._given.raw(name)
        return "" if value is None or isinstance(value, Array) else value


Parameters._learn()
