#!/usr/bin/env python3
"""A phone system without a wall: answers at ten doors of one address, each in its own protocol, so that a walk and the
same knocks by hand have somebody to talk to. A stand-in, because no real one opens all of them at once.

Usage: answers.py ADDRESS [PORT…]     the ports stay silent over UDP; prints a line when it is ready"""

import contextlib
import select
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

#: What is said at the ports of such an office: at once, or after a question.
GREETINGS = {22: b"SSH-2.0-OpenSSH_9.2\r\n", 5038: b"Asterisk Call Manager/5.0.1\r\n",
             3306: (b"\x0a5.7.33\0\1\0\0\0abcdefgh\0\xff\xf7\x08\x02\0\x0f\x80\x15" + b"\0" * 10
                    + b"ijklmnopqrst\0mysql_native_password\0")}
PAGES = [80, 443, 8088]


def sip_answer(asked):
    kept = (b"Via", b"From", b"To", b"Call-ID", b"CSeq")
    keep = [line for line in asked.split(b"\r\n") if line.split(b":")[0] in kept]
    return b"\r\n".join([b"SIP/2.0 401 Unauthorized", *keep, b"Server: Asterisk PBX 20", b"Content-Length: 0", b"", b""])


def pong(poke):
    """The answer to a POKE of IAX2 (RFC 5456): from call 1 to the asker's."""
    return b"\x80\x01" + bytes([poke[0] & 0x7F, poke[1]]) + poke[4:8] + b"\0\1\6\3"


def certificate():
    folder = Path(tempfile.mkdtemp())
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
                    folder / "key", "-out", folder / "crt", "-days", "2", "-subj", "/CN=pbx"], check=True, capture_output=True)
    secure = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    secure.load_cert_chain(folder / "crt", folder / "key")
    shutil.rmtree(folder)
    return secure


def talk(client, port, secure):
    with contextlib.suppress(OSError), client:
        client.settimeout(30)
        if port in GREETINGS:
            hello = GREETINGS[port]
            client.sendall(len(hello).to_bytes(3, "little") + b"\0" + hello if port == 3306 else hello)
            client.recv(100)
            return
        stream = secure.wrap_socket(client, server_side=True) if port == 443 else client
        asked = stream.recv(2000)
        if port == 5060:
            stream.sendall(sip_answer(asked))
            # Whoever asked hangs up first, as with a real one.
            stream.recv(100)
            return
        stream.sendall(b"HTTP/1.1 200 OK\r\nServer: pbx\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")


def stand(listener, port, secure):
    while True:
        threading.Thread(target=talk, args=(listener.accept()[0], port, secure), daemon=True).start()


def main():
    at, silent = sys.argv[1], {int(word) for word in sys.argv[2:]}
    secure = certificate()
    for port in [*GREETINGS, *PAGES, 5060]:
        listener = socket.create_server((at, port), backlog=64)
        threading.Thread(target=stand, args=(listener, port, secure), daemon=True).start()
    answers = {5060: sip_answer, 69: lambda _: b"\0\5\0\1no\0", 4569: pong}
    bells = {socket.socket(socket.AF_INET, socket.SOCK_DGRAM): port for port in answers}
    for bell, port in bells.items():
        bell.bind((at, port))
    print("ready", flush=True)
    while True:
        for bell in select.select(list(bells), [], [])[0]:
            asked, visitor = bell.recvfrom(4000)
            with contextlib.suppress(IndexError):
                if bells[bell] not in silent:
                    bell.sendto(answers[bells[bell]](asked), visitor)


if __name__ == "__main__":
    main()
