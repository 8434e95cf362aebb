"""What arrives on the socket of a server that is open to the world: requests torn, bent, slow, or none at all."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

from tests.fuzz import actions
from tests.fuzz.actions import Action, Shape
from tests.fuzz.hostile import SECRET
from tests.fuzz.target import MOST_BYTES
from tests.support.app import API_PATH

PAIRS = f"source=test&user=6666&pass={SECRET}&function=version".encode()
PATH = API_PATH.encode()
TARGET = PATH + b"?" + PAIRS
HOST = b"Host: dialer.example.com\r\n"
FORM = HOST + b"Content-Type: application/x-www-form-urlencoded\r\n"
GET = b"GET " + TARGET + b" HTTP/1.1\r\n" + HOST + b"\r\n"
POST = b"POST " + PATH + b" HTTP/1.1\r\n" + FORM + b"Content-Length: %d\r\n\r\n" % len(PAIRS) + PAIRS
CHUNKED = b"POST " + PATH + b" HTTP/1.1\r\n" + FORM + b"Transfer-Encoding: chunked\r\n\r\n"
CHUNKS = b"%x\r\n" % len(PAIRS) + PAIRS + b"\r\n0\r\n\r\n"

ONE = range(1, 2)
#: requests between two that show that everybody else is still answered
BETWEEN = 10

Maker = Callable[[Random], Shape]


class RawHttp:
    """The part `raw`."""

    name = "raw"

    def actions(self, chance: Random) -> Iterator[Action]:
        """Shapes in an order of chance, and ordinary requests among them."""
        while True:
            for place, make in enumerate(chance.sample(SHAPES, len(SHAPES))):
                yield make(chance)
                if place % BETWEEN == 0:
                    yield actions.request("GET", TARGET, "legacy")


def line_is_none(chance: Random) -> Shape:
    """A first line that is none."""
    lines = (
        b"", b"\r\n", b"\r\n\r\n\r\n", b"\n", b"\0" * 20, b"GET", b"GET ", b"GET  ", b" GET " + TARGET,
        b"GET\t" + TARGET + b"\tHTTP/1.1", b"GET " + TARGET, b"GET " + TARGET + b" ", b"GET " + TARGET + b" HTTP",
        b"GET " + TARGET + b" HTTP/1", b"GET " + TARGET + b" HTTP/1.1 x", b"GET " + TARGET + b" HTTP/9.9",
        b"GET " + TARGET + b" HTTP/-1.1", b"GET " + TARGET + b" HTTP/1.10", b"GET " + TARGET + b" http/1.1",
        b"GET " + TARGET + b" XTTP/1.1", b"HTTP/1.1 200 OK", b"G\0T " + TARGET + b" HTTP/1.1",
        b"{} " + TARGET + b" HTTP/1.1", b"G" * 5000 + b" " + TARGET + b" HTTP/1.1", b"GET " + TARGET + b"\0 HTTP/1.1",
        b"GET " + TARGET + b"\x7f\x01 HTTP/1.1", b"GET dialer.example.com HTTP/1.1",
        b"CONNECT dialer.example.com:443 HTTP/1.1", b"GET * HTTP/1.1", b"OPTIONS * HTTP/1.1",
        b"PRI * HTTP/2.0\r\n\r\nSM", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + SECRET.encode(),
        b"EHLO dialer.example.com", b"PROXY TCP4 1.2.3.4 5.6.7.8 1 2", b"PROXY UNKNOWN",
        b"GET http://[::1" + TARGET + b" HTTP/1.1", b"GET //" + TARGET + b" HTTP/1.1",
        b"GET http://dialer.example.com:x" + TARGET + b" HTTP/1.1", b"GET " + TARGET + b"#fragment HTTP/1.1",
        b"GET ?" + PAIRS + b" HTTP/1.1", bytes(chance.randrange(256) for _ in range(60)),
        b"GET /%zz%" + TARGET + b" HTTP/1.1", b"GET /\\..\\" + TARGET + b" HTTP/1.1",
    )  # fmt: skip
    # A line end in the line makes two requests of it at most.
    return Shape("line", (chance.choice(lines) + b"\r\n" + HOST + b"\r\n",), range(3))


def bent_line(chance: Random) -> Shape:
    """A good request with a few bytes of its head changed."""
    return Shape("bent", (_bent(chance, GET),), range(3))


def bent_body(chance: Random) -> Shape:
    """A good form with a few bytes changed anywhere."""
    return Shape("bent body", (_bent(chance, chance.choice((POST, CHUNKED + CHUNKS))),), range(3))


def _bent(chance: Random, raw: bytes) -> bytes:
    bent = bytearray(raw)
    # Under a bent name it is no password to anybody, and shown as any other value.
    password = raw.index(b"&pass=")
    spared = range(password, password + len(b"&pass=&") + len(SECRET))
    for _ in range(chance.randrange(1, 4)):
        place = chance.choice([place for place in range(len(raw)) if place not in spared])
        bent[place] = chance.choice((0, 9, 10, 13, 32, 45, 48, 58, 59, 127, 128, 255, chance.randrange(256)))
    return bytes(bent)


def unencoded(chance: Random) -> Shape:
    """Bytes in the target that should be percent-encoded, as old clients send them: answered as if they were."""
    name = chance.choice(
        ("José".encode(), b"Jos\xe9", b"\xff\xfe", "漢😀".encode(), bytes(range(0x80, 0x100)), b'|{}^`<>"\\[]')
    )
    return Shape("unencoded", (GET.replace(b"?", b"?first_name=" + name + b"&"),), ONE, 200)


def unencoded_path(chance: Random) -> Shape:
    """The same in the path."""
    return Shape(
        "unencoded path", (GET.replace(b"/vicidial", chance.choice((b"/\xe9", b"/\xc3\xa9", b"/\xff"))),), ONE, 404
    )


def lower_method(chance: Random) -> Shape:
    """A method in small letters: PHP answers it."""
    return Shape("lower-case method", (chance.choice((b"get", b"Get", b"gEt")) + GET[3:],), ONE, 200)


def long_target(chance: Random) -> Shape:
    """A target up to Apache's limit, and beyond."""
    size = chance.choice((8000, 8100, 8150))
    return Shape(
        "long target", (GET.replace(b"?", b"?comments=" + b"x" * (size - len(TARGET) - 20) + b"&"),), ONE, 200
    )


def longer_target(chance: Random) -> Shape:
    """A target beyond every limit."""
    return Shape(
        "longer target",
        (GET.replace(b"?", b"?comments=" + b"x" * chance.choice((8190, 20000, 300000)) + b"&"),),
        ONE,
        414,
    )


def header(chance: Random) -> Shape:
    """One odd header."""
    lines = (
        b"X", b"X:", b": x", b" X: y", b"X : y", b"X\0: y", b"X: \0", b"X: a\x01b", b"X: \xff\xfe",
        b"X: y\r\n folded", b"X: y\r\n\tfolded", b"\xff: x", b"X\xe9: y", b"(X): y", b"X: " + b"y" * 9000,
        b"X: " + b"y" * 100000, b"X" * 9000 + b": y", b"X: y\nX2: z", b"X: y\rX2: z", b"Host: a\r\nHost: b", b"Host:",
        b"Host: a b", b"Host: \xff", b"Host: [::1", b"Host: x:99999999", b"Host: " + b"h" * 5000, b"Connection: \0",
        b"Connection: x" * 50, b"Connection: close", b"Connection: keep-alive, close",
        b"Connection: Upgrade\r\nUpgrade: websocket",
        b"Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\nConnection: Upgrade, HTTP2-Settings",
        b"Keep-Alive: timeout=-1", b"Content_Length: 5", b"X_Forwarded_For: 1.2.3.4",
        b"X-Forwarded-For: " + b"1.2.3.4, " * 500, b"X-Forwarded-Proto: https\r\nX-Forwarded-Ssl: on",
        b"X-Request-Id: " + b"a" * 5000, b"X-Request-Id: a b\tc\"", b"Forwarded: for=\"[::1", b"Range: bytes=0-0",
        b"TE: trailers", b"Via: 1.0 x", b"Content-Type: multipart/form-data", b"Content-Type: \xff",
        b"Cookie: " + b"a=b; " * 1000, b"Cookie: =;=;\"", b"Accept-Encoding: gzip;q=x", b"Authorization: Basic \xff",
        b"If-None-Match: *", b"Date: x", b"Max-Forwards: -1", b"Expect: ", b"Proxy: http://127.0.0.1:1/",
    )  # fmt: skip
    return Shape("header", (GET.replace(b"\r\n\r\n", b"\r\n" + chance.choice(lines) + b"\r\n\r\n"),), range(3))


def many_headers(chance: Random) -> Shape:
    """Many headers."""
    count = chance.choice((90, 150, 250, 1000, 20000))
    return Shape(
        "many headers", (GET[:-2] + b"".join(b"X-%d: y\r\n" % number for number in range(count)) + b"\r\n",), range(2)
    )


def no_host(chance: Random) -> Shape:
    """Without a Host, in either version of HTTP."""
    raw = GET.replace(HOST, b"")
    return Shape("no host", (raw.replace(b"HTTP/1.1", b"HTTP/1.0") if chance.random() < 0.5 else raw,), ONE)


def length(chance: Random) -> Shape:
    """A Content-Length that is no length, or another than that of the body."""
    size = len(PAIRS)
    lengths = (
        b"", b"-1", b"+%d" % size, b"%d " % size, b"0x%x" % size, b"%d, %d" % (size, size), b"%d.0" % size, b"1e2",
        "²".encode(), b"\xb2", b"\xd9\xa3", b"_1", b"1_0", b"9" * 30, b"9" * 5000, b"0" * 5000, b"%d" % (size - 5),
        b"%d" % (size + 5), b"0", b"00%d" % size, b"18446744073709551616", b"%d" % (MOST_BYTES + 1),
        b"%d\r\nContent-Length: %d" % (size, size), b"%d\r\nContent-Length: %d" % (size, size + 1),
        b"%d\r\nTransfer-Encoding: chunked" % size, b"%d;" % size, b"\t%d\t" % size, b"%d\x0b" % size, b"x",
    )  # fmt: skip
    raw = POST.replace(b"Content-Length: %d" % size, b"Content-Length: " + chance.choice(lengths), 1)
    return Shape("length", (raw,), range(3))


def coding(chance: Random) -> Shape:
    """A Transfer-Encoding that is none, or one beside a length."""
    codings = (
        b"chunked, chunked", b"xchunked", b"identity", b"gzip", b"gzip, chunked", b"chunked, gzip", b"Chunked",
        b"\x0bchunked", b"chunked\x00", b"", b",chunked", b"\"chunked\"", b"chunked;q=1", b" chunked ", b"cow",
        b"chunked\r\nTransfer-Encoding: identity", b"identity, chunked", b"chunked\r\nContent-Length: 5",
        b"chunked\r\nContent-Length: x", b"\xe3\x83\x81chunked", b"chun\r\n ked", b"trailers", b"chunked\r\n\tx",
    )  # fmt: skip
    return Shape("coding", (CHUNKED.replace(b": chunked", b": " + chance.choice(codings)) + CHUNKS,), range(3))


def chunk_size(chance: Random) -> Shape:
    """A chunk size that is none."""
    size = b"%x" % len(PAIRS)
    sizes = (
        b"zz", b"-30", b"-1", b"+" + size, b"0x" + size, b" " + size, size + b" ", size + b"\t", b"", b"\xff", b"1_0",
        "²".encode(), b"f" * 17, b"f" * 5000, b"7fffffffffffffff", b"%x" % (MOST_BYTES * 2), b"0" * 50 + size,
        size + b"\n", size + b"\r", size + b" x", b"\0", b"3.5", b"1e1", b"g",
    )  # fmt: skip
    return Shape("chunk size", (CHUNKED + chance.choice(sizes) + b"\r\n" + PAIRS + b"\r\n0\r\n\r\n",), range(1, 3))


def chunk_rest(chance: Random) -> Shape:
    """Chunks without their line ends, with extensions, with trailers, or without an end."""
    size = b"%x" % len(PAIRS)
    bodies = (
        size + b"\r\n" + PAIRS + b"0\r\n\r\n", size + b"\r\n" + PAIRS + b"\r\n0\r\n",
        size + b"\r\n" + PAIRS + b"\r\n", size + b"\r\n" + PAIRS[:9], size + b"\n" + PAIRS + b"\n0\n\n",
        size + b";a=b\r\n" + PAIRS + b"\r\n0\r\n\r\n",
        size + b";" + b"a" * 50000 + b"\r\n" + PAIRS + b"\r\n0\r\n\r\n",
        size + b";a=\"\r\n\"\r\n" + PAIRS + b"\r\n0\r\n\r\n", size + b"\r\n" + PAIRS + b"\r\n0\r\nX: y\r\n\r\n",
        size + b"\r\n" + PAIRS + b"xx0\r\n\r\n",
        size + b"\r\n" + PAIRS + b"\r\n0\r\n" + b"X: " + b"y" * 100000 + b"\r\n\r\n", b"0\r\n\r\n", b"\r\n", b"",
        b"0", b"1\r\n", b"1\r\na", b"1\r\na\r\n" * 5000 + b"0\r\n\r\n",
        size + b"\r\n" + PAIRS + b"\r\n0\r\nno colon\r\n\r\n", size + b"\r\n" + PAIRS + b"\r\n00000\r\n\r\n",
        b"%x\r\n" % (MOST_BYTES + 5) + b"a" * (MOST_BYTES + 5) + b"\r\n0\r\n\r\n",
    )  # fmt: skip
    return Shape("chunks", (CHUNKED + chance.choice(bodies),), range(3))


def smuggled(chance: Random) -> Shape:
    """A request inside of another's body: whoever reads both headers otherwise answers one time too often."""
    inner = GET
    raws = (
        CHUNKED.replace(b"Transfer", b"Content-Length: 4\r\nTransfer") + b"0\r\n\r\n" + inner,
        CHUNKED.replace(b"Transfer", b"Content-Length: %d\r\nTransfer" % (5 + len(inner))) + b"0\r\n\r\n" + inner,
        POST.replace(b"\r\n\r\n", b"\r\nTransfer-Encoding: xchunked\r\n\r\n", 1) + inner,
        POST.replace(b"Content-Length", b"Content-Length: 0\r\nContent-Length") + inner,
    )
    # The first request may be refused, or answered with the second thrown away or taken for what it is: behind it.
    return Shape("smuggled", (chance.choice(raws),), range(1, 2))


def too_short(chance: Random) -> Shape:
    """A body that ends before its length."""
    return Shape("short body", (POST[: -chance.randrange(1, len(PAIRS))],), range(2), 400)


def cut(chance: Random) -> Shape:
    """A request cut anywhere, its caller gone."""
    raw = chance.choice((GET, POST, CHUNKED + CHUNKS))
    return Shape("cut", (raw[: chance.randrange(len(raw) + 1)],), ending=chance.choice(("close", "reset")))


def ended(chance: Random) -> Shape:
    """A request cut anywhere, its caller still listening."""
    raw = chance.choice((GET, POST, CHUNKED + CHUNKS))
    return Shape("ended", (raw[: chance.randrange(len(raw))],), range(2))


def whole(chance: Random) -> Shape:
    """A good request whose caller has nothing more to say."""
    return Shape("whole", (chance.choice((GET, POST, CHUNKED + CHUNKS, b"\r\n" + GET)),), ONE, 200)


def slow(chance: Random) -> Shape:
    """A good request in small pieces."""
    raw, size = chance.choice((GET, POST, CHUNKED + CHUNKS)), chance.choice((1, 7, 40))
    begin = chance.randrange(len(raw) - 20 * size) if len(raw) > 20 * size else 0
    middle = raw[begin : begin + 20 * size]
    pieces = (raw[:begin], *(middle[at : at + size] for at in range(0, len(middle), size)), raw[begin + 20 * size :])
    return Shape("slow", tuple(piece for piece in pieces if piece), ONE, 200)


def pipelined(chance: Random) -> Shape:
    """Requests one behind the other without waiting: as many answers."""
    raws = [chance.choice((GET, POST, CHUNKED + CHUNKS)) for _ in range(chance.randrange(2, 9))]
    return Shape("pipelined", (b"".join(raws),), range(len(raws), len(raws) + 1), 200)


def pipelined_bad(chance: Random) -> Shape:
    """Good requests with a bad one behind them: the good ones are answered."""
    raws = [chance.choice((GET, POST)) for _ in range(chance.randrange(1, 4))]
    bad = chance.choice(
        (b"x\r\n\r\n", b"\0" * 9 + b"\r\n\r\n", GET.replace(b"HTTP/1.1", b"HTTP/7.1"), CHUNKED + b"zz\r\n\r\n")
    )
    return Shape("pipelined bad", (b"".join(raws) + bad,), range(len(raws), len(raws) + 2))


def expected(chance: Random) -> Shape:
    """A caller that waits to be told to go on."""
    head, _, body = POST.partition(b"\r\n\r\n")
    return Shape(
        "expect",
        (head + b"\r\nExpect: " + chance.choice((b"100-continue", b"100-Continue")) + b"\r\n\r\n", body),
        ONE,
        200,
    )


def expected_otherwise(chance: Random) -> Shape:
    """A caller that expects what nobody gives."""
    wanted = chance.choice((b"x", b"200-ok", b"100-continue, x", b"\xff"))
    return Shape("expect otherwise", (POST.replace(b"\r\n\r\n", b"\r\nExpect: " + wanted + b"\r\n\r\n", 1),), ONE)


def too_large(chance: Random) -> Shape:
    """A form over the limit: the caller sends all of it, and reads that it is too large."""
    body = PAIRS + b"&comments=" + b"x" * (MOST_BYTES + chance.choice((0, 1000, 500000)))
    raw = POST.replace(b"Content-Length: %d" % len(PAIRS), b"Content-Length: %d" % len(body), 1)[: -len(PAIRS)] + body
    return Shape("too large", (raw,), ONE, 413)


def multipart(chance: Random) -> Shape:
    """A multipart form that is none."""
    bodies = (
        b"", b"--", b"--XX", b"--XX--", b"--XX\r\n", b"--XX\r\n\r\n",
        b"--XX\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XX--\r\n",
        b"--XX\r\nContent-Disposition: form-data; name=\r\n\r\nx\r\n--XX--",
        b"--XX\r\nContent-Disposition: form-data; name=\"a\0b\"\r\n\r\nx\r\n--XX--",
        b"--XX\r\n" + b"X: y\r\n" * 5000 + b"\r\n--XX--",
        b"--XX\r\nContent-Disposition: form-data; name=\"a\"; filename=\"../../x\"\r\n\r\nx\r\n--XX--",
        b"--XX\r\nContent-Disposition: form-data; name*=utf-8''%zz\r\n\r\nx\r\n--XX--", b"\r\n--XX\n\n--XX--",
        b"--XX\r\n: \r\n\r\n--XX--",
        b"--XX\r\nContent-Disposition: form-data; name=\"pass\"\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + SECRET.encode() + b"\r\n--XX--\r\n",
        b"--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nx\r\n" * 1500 + b"--XX--\r\n",
        bytes(chance.randrange(256) for _ in range(300)),
        b"--XX\r\nContent-Disposition: form-data; name=\"\xff\xe9\"\r\n\r\n\xff\r\n--XX--\r\n",
    )  # fmt: skip
    types = (b"XX", b'"XX"', b"", b"\xff", b'"', b"X" * 300, b"XX; charset=utf-16", b"a b", b"XX; boundary=YY")
    body = chance.choice(bodies)
    head = (
        HOST
        + b"Content-Type: multipart/form-data; boundary="
        + chance.choice(types)
        + b"\r\nContent-Length: %d\r\n\r\n" % len(body)
    )
    return Shape("multipart", (b"POST " + TARGET + b" HTTP/1.1\r\n" + head + body,), ONE)


def many_names(chance: Random) -> Shape:
    """More parameters than are read, and names that open brackets without end."""
    many = b"&".join(b"a%d=%d" % (number, number) for number in range(chance.choice((900, 1100, 12000))))
    body = (
        PAIRS
        + b"&"
        + chance.choice((many, b"a" + b"[" * 5000 + b"=1", b"a" + b"[b]" * 5000 + b"=1", b"&=&=" * 9000, b"%" * 9000))
    )
    raw = POST.replace(b"Content-Length: %d" % len(PAIRS), b"Content-Length: %d" % len(body), 1)[: -len(PAIRS)] + body
    return Shape("many names", (raw,), ONE, 200)


SHAPES: tuple[Maker, ...] = (
    line_is_none, line_is_none, bent_line, bent_line, bent_body, bent_body, unencoded, unencoded_path, lower_method,
    long_target, longer_target, header, header, header, many_headers, no_host, length, length, coding, coding,
    chunk_size, chunk_size, chunk_rest, chunk_rest, smuggled, too_short, cut, cut, ended, ended, whole, slow,
    pipelined, pipelined_bad, expected, expected_otherwise, too_large, multipart, multipart, many_names,
)  # fmt: skip
