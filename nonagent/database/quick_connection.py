"""PyMySQL's connection, quicker at what every request does: sending statements together, and reading their answers.

PyMySQL makes an object and a dozen calls of each packet, and an answer has one for every column and every row; a row
of 23 columns took longer to read than to find. Here an answer is cut out of the bytes as they came. Columns are
described in the same bytes each time, so their names are remembered. Whatever is rare stays with PyMySQL: connecting,
errors, packets of 16 MB and more, rows that are read one by one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pymysql
from pymysql.connections import MAX_PACKET_LEN
from pymysql.connections import Connection as PyMySQLConnection
from pymysql.constants import COMMAND, CR, SERVER_STATUS
from pymysql.cursors import Cursor
from pymysql.err import raise_mysql_exception
from pymysql.protocol import FieldDescriptorPacket, MysqlPacket

#: bytes asked of the socket at once: more than most answers
PIECE = 1 << 14
#: descriptions of columns that a process remembers
MOST_COLUMNS = 10_000

#: how a packet begins that is no row: an OK, a file asked for, the end of rows, an error
OK, FILE, END, ERROR = 0x00, 0xFB, 0xFE, 0xFF
LONGEST_END = 8
MORE = SERVER_STATUS.SERVER_MORE_RESULTS_EXISTS

#: a column's value of NULL, and the bytes that a number longer than one byte has, by its first
NULL = 0xFB
_BYTES_OF_NUMBER = {0xFC: 2, 0xFD: 3, 0xFE: 8}

_columns: dict[bytes, tuple[Any, ...]] = {}

if TYPE_CHECKING:

    class _Base(PyMySQLConnection[Cursor]):
        # Known to PyMySQL's source, not to its types.
        _sock: Any
        _result: Any
        _next_seq_id: int
        _affected_rows: int
        _read_timeout: float | None
        server_version: str

        def _execute_command(self, command: int, sql: bytes | str) -> None: ...

        def _read_query_result(self, unbuffered: bool = False) -> int: ...

        def _force_close(self) -> None: ...

        def _read_packet(self, packet_type: Any = MysqlPacket) -> Any: ...

        def _write_bytes(self, data: bytes) -> None: ...

else:
    _Base = PyMySQLConnection


@dataclass(slots=True)
class Outcome:
    """What a statement came to, under the names that PyMySQL has for it."""

    affected_rows: int = 0
    insert_id: int = 0
    warning_count: int = 0
    server_status: int = 0
    #: what the server says of an UPDATE, behind a byte that holds its length
    message: bytes = b""
    description: tuple[tuple[Any, ...], ...] | None = None
    rows: tuple[tuple[bytes | None, ...], ...] | None = None
    has_next: int = 0
    unbuffered_active: bool = False


class QuickConnection(_Base):
    """One connection; values are the bytes that the server sent, None for NULL."""

    def __init__(self, **options: Any) -> None:
        """Connect. Parameters: options, of pymysql.connect."""
        self._came, self._at = b"", 0
        self._held: list[bytes] | None = None
        super().__init__(**options)

    @property
    def has_unread(self) -> bool:
        """Whether bytes have come that nobody has read: more than was asked for."""
        return self._at < len(self._came)

    def send_all(self, statements: list[bytes]) -> None:
        """Send statements in one write: each of its own would wake the server, and be a system call more.

        Parameters: statements, whose answers are to be read in their order.
        Raises: pymysql.MySQLError.
        """
        self._held = []
        try:
            for statement in statements:
                self._execute_command(COMMAND.COM_QUERY, statement)
        finally:
            together, self._held = b"".join(self._held), None
        self._write_bytes(together)

    def _write_bytes(self, data: bytes) -> None:
        if self._held is not None:
            self._held.append(data)
            return
        try:
            sent = self._sock.send(data)
        except OSError:
            sent = 0
        if sent < len(data):
            # What is left, or the error again: all at once is what nearly always happens, and costs half.
            super()._write_bytes(data[sent:])

    def _read_bytes(self, count: int) -> bytes:
        end = self._at + count
        if end > len(self._came):
            self._receive(count)
            end = count
        found = self._came[self._at : end]
        self._at = end
        return found

    def _receive(self, count: int) -> None:
        """Have so many bytes to read, at least."""
        if self._sock.gettimeout() != self._read_timeout:
            self._sock.settimeout(self._read_timeout)
        pieces = [self._came[self._at :]]
        missing = count - len(pieces[0])
        while missing > 0:
            piece = self._received(max(PIECE, missing))
            pieces.append(piece)
            missing -= len(piece)
        self._came, self._at = b"".join(pieces), 0

    def _received(self, most: int) -> bytes:
        said = "Lost connection to MySQL server during query"
        try:
            if piece := bytes(self._sock.recv(most)):
                return piece
        except OSError as error:
            self._force_close()
            raise pymysql.OperationalError(CR.CR_SERVER_LOST, f"{said} ({error})") from error
        except BaseException:
            self._force_close()
            raise
        self._force_close()
        raise pymysql.OperationalError(CR.CR_SERVER_LOST, said)

    def _payload(self) -> bytes:
        """What the next packet holds. Raises: pymysql.MySQLError, the one that it tells of, among others."""
        head = self._read_bytes(4)
        size = head[0] | head[1] << 8 | head[2] << 16
        if size == MAX_PACKET_LEN or head[3] != self._next_seq_id:
            # Put back: PyMySQL knows what to do.
            self._at -= 4
            return bytes(self._read_packet().get_all_data())
        self._next_seq_id = head[3] + 1 & 0xFF
        payload = self._read_bytes(size)
        if payload[0] == ERROR:
            raise_mysql_exception(payload)
        return payload

    def _read_query_result(self, unbuffered: bool = False) -> int:
        if unbuffered:
            return super()._read_query_result(unbuffered)
        self._result = None
        first = self._payload()
        if first[0] == FILE:
            raise pymysql.NotSupportedError("the server asks for a file")
        outcome = self._outcome(first) if first[0] == OK else self._rows(first)
        self._result, self.server_status = outcome, outcome.server_status
        return outcome.affected_rows

    def _outcome(self, packet: bytes) -> Outcome:
        affected_rows, at = _number(packet, 1)
        insert_id, at = _number(packet, at)
        status = int.from_bytes(packet[at : at + 2], "little")
        warnings = int.from_bytes(packet[at + 2 : at + 4], "little")
        return Outcome(affected_rows, insert_id, warnings, status, packet[at + 4 :], has_next=status & MORE)

    def _rows(self, first: bytes) -> Outcome:
        columns = tuple([self._column(self._payload()) for _ in range(_number(first, 0)[0])])
        self._payload()
        rows = []
        while True:
            row = self._payload()
            if row[0] == END and len(row) <= LONGEST_END:
                break
            rows.append(_values(row))
        warnings, status = int.from_bytes(row[1:3], "little"), int.from_bytes(row[3:5], "little")
        return Outcome(len(rows), 0, warnings, status, b"", columns, tuple(rows), status & MORE)

    def _column(self, described: bytes) -> tuple[Any, ...]:
        column = _columns.get(described)
        if column is None:
            packet: Any = FieldDescriptorPacket(described, self.encoding)
            column = packet.description()
            if len(_columns) < MOST_COLUMNS:
                _columns[described] = column
        return column


def _values(row: bytes) -> tuple[bytes | None, ...]:
    values: list[bytes | None] = []
    at, end = 0, len(row)
    while at < end:
        size = row[at]
        if size < NULL:
            at += 1
        elif size == NULL:
            at += 1
            values.append(None)
            continue
        else:
            size, at = _number(row, at)
        values.append(row[at : at + size])
        at += size
    return tuple(values)


def _number(packet: bytes, at: int) -> tuple[int, int]:
    """A number and the place behind it. Parameters: packet; at, where it begins."""
    first = packet[at]
    if first < NULL:
        return first, at + 1
    end = at + 1 + _BYTES_OF_NUMBER[first]
    return int.from_bytes(packet[at + 1 : end], "little"), end
