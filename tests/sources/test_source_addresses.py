"""The guard: no request to an address that is not public, by whatever way it is named."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx
import pytest

from verbale.errors import FetchFailed, FetchRefused
from verbale.sources.network import addresses
from verbale.sources.network.addresses import CheckedTransport, is_public


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.9", "169.254.169.254",
        "172.16.0.1", "172.31.255.1", "192.168.1.1", "192.0.2.1", "198.18.0.1", "198.51.100.7",
        "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "fe80::1",
        "fe80::1%eth0", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1", "100::1",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1", "2001::1",
        "3fff::1", "5f00::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address",
    ["1.1.1.1", "8.8.8.8", "172.32.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_public_addresses(address):
    assert is_public(address)


def resolving(monkeypatch, *answers):
    """Make each resolution give the next of ``answers``, the last one for ever."""
    left = list(answers)

    def resolve(host, port, *args, **kwargs):
        found = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://localhost/",
        "http://0/",
        "http://169.254.169.254/latest/meta-data/",
    ],
)
def test_no_request_however_the_address_is_written(url, read, monkeypatch):
    monkeypatch.setattr("socket.socket.connect", None)
    error = read(url).error
    assert isinstance(error, FetchRefused | FetchFailed)
    assert isinstance(error, FetchRefused) or "no host named" in error.reason


def test_a_name_with_one_hidden_address_among_public_ones(read, monkeypatch):
    resolving(monkeypatch, ["93.184.216.34", "10.0.0.5"])
    error = read("http://mixed.example/").error
    assert isinstance(error, FetchRefused)
    assert "mixed.example is at 10.0.0.5, which is not a public address" in error.reason


def test_a_redirect_to_a_hidden_address(site, read, monkeypatch):
    """The server is let through by its port here, so that it can redirect; its target is not."""
    site.redirect("/a", "http://inner.example/secret")
    site.put("/robots.txt", "", "text/plain")
    answers = {"site.example": "127.0.0.1", "inner.example": "10.0.0.5"}
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, port, *args, **kwargs: [(2, 1, 6, "", (answers.get(host, host), port))],
    )
    real = addresses.is_public
    monkeypatch.setattr(addresses, "is_public", lambda a: a == "127.0.0.1" or real(a))
    error = read(f"http://site.example:{site.port}/a", delay=0).error
    assert isinstance(error, FetchRefused)
    assert error.subject == f"http://site.example:{site.port}/a"
    assert error.reason.startswith("it leads to http://inner.example/secret: inner.example is at")
    assert "/a" in site.paths


def test_the_connection_goes_to_the_checked_address(monkeypatch):
    """A second resolution, which could answer otherwise, never comes."""
    resolving(monkeypatch, ["93.184.216.34"], ["127.0.0.1"])
    seen = []

    def answer(request):
        seen.append(request)
        return httpx.Response(200)

    transport = CheckedTransport(httpx.MockTransport(answer), allow_private=False)
    with httpx.Client(transport=transport) as client:
        response = client.get("https://tarnpost.example/a?b=c")
    (request,) = seen
    assert str(request.url) == "https://93.184.216.34/a?b=c"
    assert request.headers["Host"] == "tarnpost.example"
    assert request.extensions["sni_hostname"] == "tarnpost.example"
    assert str(response.url) == "https://tarnpost.example/a?b=c"


def test_a_numeric_address_is_what_the_socket_gets(read, monkeypatch):
    resolving(monkeypatch, ["93.184.216.34"], ["127.0.0.1"])
    reached = []

    def create(address, *args, **kwargs):
        reached.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    monkeypatch.setattr(socket, "create_connection", create)
    assert isinstance(read("http://rebind.example/").error, FetchFailed)
    assert reached == [("93.184.216.34", 80)]


def test_the_next_address_is_tried(monkeypatch):
    resolving(monkeypatch, ["93.184.216.34", "2606:4700::1111"])

    def answer(request):
        if request.url.host == "93.184.216.34":
            raise httpx.ConnectError("refused")
        return httpx.Response(200, text=request.url.host)

    transport = CheckedTransport(httpx.MockTransport(answer), allow_private=False)
    with httpx.Client(transport=transport) as client:
        assert client.get("http://two.example/").text == "2606:4700::1111"


@pytest.fixture
def tls_port(tmp_path, monkeypatch):
    """A TLS server with a certificate for tarnpost.example, trusted here; answers its SNI name."""
    if not shutil.which("openssl"):
        pytest.skip("needs the openssl command to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "cert.pem"
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"),
            *("-nodes", "-days", "2", "-subj", "/CN=tarnpost.example", "-keyout", key),
            *("-addext", "subjectAltName=DNS:tarnpost.example", "-out", certificate),
        ],
        check=True,
        capture_output=True,
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    names = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            body = f"asked for {names[-1]} at {self.headers['Host']}".encode()
            self.send_response(200 if self.path == "/a" else 404)
            self.send_header("Content-Type", "text/plain")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    context.sni_callback = lambda connection, name, context: names.append(name)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.handle_error = lambda *args: None
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    thread.join()
    server.server_close()


def test_tls_asks_for_and_verifies_the_name(tls_port, read, monkeypatch):
    resolving(monkeypatch, ["127.0.0.1"])
    everything = read(
        f"https://tarnpost.example:{tls_port}/a",
        f"https://else.example:{tls_port}/a",
        allow_private=True,
        delay=0,
    )
    (document,) = everything.documents
    assert document.data.decode() == f"asked for tarnpost.example at tarnpost.example:{tls_port}"
    assert isinstance(everything.error, FetchFailed)
    assert "certificate" in everything.error.reason.lower()


def test_a_name_that_no_resolver_takes(read):
    assert isinstance(read(f"http://{'a' * 70}.example/").error, FetchFailed)
