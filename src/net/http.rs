//! Web pages: one HEAD, with GET only where HEAD is refused. Follows no redirect, sends no cookie, tries no password.

use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tokio::time::{Instant, timeout_at};

use crate::domain::probe::Measured;
use crate::net::socket::{Call, Ended, answered, connect_tcp, did_not_speak, one_line, read_until, text};
use crate::net::{USER_AGENT, fingerprint, tls};

/// As much of an answer as is ever read.
const LONGEST_ANSWER: usize = 16 * 1024;
/// Header lines looked at.
const MOST_HEADERS: usize = 100;

/// Asks with HEAD /.
pub(crate) async fn ask(call: &Call<'_>) -> Measured {
    match over_tcp(call).await {
        Ok(answer) => {
            let class = (answer.status / 100).to_string();
            let part = |text: &Option<String>| text.clone().unwrap_or_default();
            let parts = ["http", &class, &part(&answer.server), &part(&answer.realm), &part(&answer.title)];
            Measured { fingerprint: Some(fingerprint::of(&parts)), ..answered(&answer.line()) }
        }
        Err(measured) => measured,
    }
}

/// Asks with TLS, then HEAD / inside it. The certificate's key is the identity, whatever the page says.
pub(crate) async fn ask_over_tls(call: &Call<'_>) -> Measured {
    let mut session = match tls::open(call).await {
        Ok(session) => session,
        Err(measured) => return measured,
    };
    let seen = match exchange(&mut session.stream, Method::Head, &host(call, 443), call.until).await {
        Ok(answer) => format!("{}, {}", session.version, answer.line()),
        Err(_) => session.version.to_owned(),
    };
    Measured { fingerprint: session.key, ..answered(&seen) }
}

async fn over_tcp(call: &Call<'_>) -> Result<Answer, Measured> {
    let host = host(call, 80);
    let mut stream = connect_tcp(call).await?;
    let answer = exchange(&mut stream, Method::Head, &host, call.until).await?;
    // Small devices that know GET only say so by one of these.
    if !matches!(answer.status, 405 | 501) {
        return Ok(answer);
    }
    drop(stream);
    let Ok(mut stream) = connect_tcp(call).await else { return Ok(answer) };
    Ok(exchange(&mut stream, Method::Get, &host, call.until).await.unwrap_or(answer))
}

/// The name in the Host header: the story's address, with its port unless it is the usual one.
fn host(call: &Call<'_>, usual: u16) -> String {
    if call.story.port() != usual {
        return call.story.to_string();
    }
    match call.story.ip() {
        std::net::IpAddr::V4(ip) => ip.to_string(),
        std::net::IpAddr::V6(ip) => format!("[{ip}]"),
    }
}

/// How it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Method {
    Head,
    Get,
}

async fn exchange<S: AsyncRead + AsyncWrite + Unpin>(
    stream: &mut S,
    method: Method,
    host: &str,
    until: Instant,
) -> Result<Answer, Measured> {
    let word = match method {
        Method::Head => "HEAD",
        Method::Get => "GET",
    };
    let request = format!(
        "{word} / HTTP/1.1\r\nHost: {host}\r\nUser-Agent: {USER_AGENT}\r\nAccept: */*\r\nConnection: close\r\n\r\n"
    );
    let sent = timeout_at(until, async {
        stream.write_all(request.as_bytes()).await?;
        stream.flush().await
    });
    match sent.await {
        Ok(Ok(())) => {}
        Ok(Err(_)) => return Err(did_not_speak(&[], Ended::Closed)),
        Err(_) => return Err(did_not_speak(&[], Ended::Quiet)),
    }
    let mut kept = Vec::new();
    let ended = read_until(stream, &mut kept, LONGEST_ANSWER, until, |kept| match method {
        Method::Head => head_end(kept).is_some(),
        Method::Get => head_end(kept).is_some() && title(kept).is_some(),
    })
    .await;
    read_answer(&kept).ok_or_else(|| did_not_speak(&kept, ended))
}

/// What matters of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Answer {
    status: u16,
    reason: Option<String>,
    server: Option<String>,
    realm: Option<String>,
    title: Option<String>,
}

impl Answer {
    pub fn line(&self) -> String {
        let mut line = self.status.to_string();
        if let Some(reason) = &self.reason {
            line = format!("{line} {reason}");
        }
        for part in [&self.server, &self.realm, &self.title].into_iter().flatten() {
            line = format!("{line}, {part}");
        }
        line
    }
}

/// Where the headers end, with CRLF or, on small devices, bare LF.
fn head_end(kept: &[u8]) -> Option<usize> {
    let lines = kept.windows(2).position(|w| w == b"\n\n").map(|at| at + 2);
    let crlf = kept.windows(4).position(|w| w == b"\r\n\r\n").map(|at| at + 4);
    lines.into_iter().chain(crlf).min()
}

pub(super) fn read_answer(kept: &[u8]) -> Option<Answer> {
    let head = kept.get(..head_end(kept).unwrap_or(kept.len()))?;
    let mut lines = head.split(|b| *b == b'\n').map(<[u8]>::trim_ascii_end);
    let first = text(lines.next()?);
    let rest = first.strip_prefix("HTTP/1.").or_else(|| first.strip_prefix("HTTP/2"))?;
    let (_, rest) = rest.split_once(' ')?;
    let (number, reason) = rest.trim_start().split_once(' ').unwrap_or((rest.trim(), ""));
    let status = number.parse().ok().filter(|s| (100..=599).contains(s))?;
    let mut answer = Answer { status, reason: one_line(reason.as_bytes()), ..Answer::default() };
    for line in lines.take(MOST_HEADERS) {
        let Some(colon) = line.iter().position(|b| *b == b':') else { continue };
        let (Some(name), Some(value)) = (line.get(..colon), line.get(colon + 1..)) else { continue };
        let name = name.trim_ascii();
        if name.eq_ignore_ascii_case(b"server") && answer.server.is_none() {
            answer.server = one_line(value);
        } else if name.eq_ignore_ascii_case(b"www-authenticate") && answer.realm.is_none() {
            answer.realm = realm(&text(value)).and_then(|r| one_line(r.as_bytes()));
        }
    }
    answer.title = title(kept).and_then(|t| one_line(&t));
    Some(answer)
}

/// The realm of a challenge, quoted or not. The nonce beside it changes every time and is left alone.
fn realm(challenge: &str) -> Option<String> {
    // Offsets stay right: lowering ASCII letters changes no length.
    let lower = challenge.to_ascii_lowercase();
    let at = lower.find("realm")?;
    let value = challenge.get(at + 5..)?.trim_start().strip_prefix('=')?.trim_start();
    if let Some(quoted) = value.strip_prefix('"') {
        let mut escaped = false;
        let mut realm = String::new();
        for c in quoted.chars() {
            match c {
                '\\' if !escaped => escaped = true,
                '"' if !escaped => break,
                _ => {
                    escaped = false;
                    realm.push(c);
                }
            }
        }
        return Some(realm);
    }
    value.split([',', ' ']).next().map(str::to_owned)
}

/// What stands between the first title tags.
fn title(kept: &[u8]) -> Option<Vec<u8>> {
    let lower = kept.to_ascii_lowercase();
    let find =
        |from: usize, what: &[u8]| lower.get(from..)?.windows(what.len()).position(|w| w == what).map(|at| from + at);
    let open = find(0, b"<title")?;
    let start = find(open, b">")? + 1;
    let end = find(start, b"</title")?;
    kept.get(start..end).map(<[u8]>::to_vec)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::probe::Outcome;
    use crate::domain::service::{ProbeKind, Transport};
    use crate::net::testing::ask;
    use proptest::prelude::*;
    use tokio::io::AsyncReadExt as _;
    use tokio::net::TcpListener;

    /// A web server: one answer to HEAD, one to GET. Each connection is closed after its answer.
    async fn serving(head: &'static str, get: &'static str) -> std::net::SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut request = Vec::new();
                while !request.ends_with(b"\r\n\r\n") {
                    request.push(stream.read_u8().await.unwrap());
                }
                let request = String::from_utf8(request).unwrap();
                assert!(request.contains(&format!("\r\nHost: {address}\r\n")), "{request}");
                assert!(request.contains("\r\nConnection: close\r\n"));
                let answer = if request.starts_with("HEAD / HTTP/1.1\r\n") { head } else { get };
                stream.write_all(answer.as_bytes()).await.unwrap();
            }
        });
        address
    }

    #[tokio::test]
    async fn a_page_is_known_by_server_and_realm_not_by_date_or_nonce() {
        let one = serving(
            "HTTP/1.1 401 Unauthorized\r\nDate: Mon\r\nServer: lighttpd/1.4.59\r\n\
             WWW-Authenticate: Digest nonce=\"1\", realm=\"Phone \\\"A\\\"\"\r\nSet-Cookie: a=1\r\n\r\n",
            "",
        )
        .await;
        let two = serving(
            "HTTP/1.0 401 Unauthorized\nDate: Tue\nserver: lighttpd/1.4.59\n\
             www-authenticate: Digest realm = \"Phone \\\"A\\\"\", nonce=\"2\"\nSet-Cookie: a=2\n\n",
            "",
        )
        .await;
        let measured = ask(ProbeKind::Http, Transport::Tcp, one).await;
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("401 Unauthorized, lighttpd/1.4.59, Phone \"A\""));
        let again = ask(ProbeKind::Http, Transport::Tcp, two).await;
        assert_eq!(again.fingerprint, measured.fingerprint);
        let other = serving("HTTP/1.1 200 OK\r\nServer: lighttpd/1.4.59\r\n\r\n", "").await;
        assert_ne!(ask(ProbeKind::Http, Transport::Tcp, other).await.fingerprint, measured.fingerprint);
    }

    #[tokio::test]
    async fn where_head_is_refused_the_title_is_read() {
        let server = serving(
            "HTTP/1.0 501 Not Implemented\r\nServer: tiny\r\n\r\n",
            "HTTP/1.0 200 OK\r\nServer: tiny\r\n\r\n<HTML><head><TITLE lang=en>SIP-T46S\r\n Phone</TITLE></head>",
        )
        .await;
        let measured = ask(ProbeKind::Http, Transport::Tcp, server).await;
        assert_eq!(measured.seen.as_deref(), Some("200 OK, tiny, SIP-T46S Phone"));
        assert_eq!(measured.outcome, Outcome::Answered);
    }

    #[tokio::test]
    async fn what_is_no_web_server_is_no_answer() {
        let server = serving("220 ftp ready\r\n", "").await;
        let measured = ask(ProbeKind::Http, Transport::Tcp, server).await;
        assert_eq!(measured.outcome, Outcome::Silent);
        assert_eq!(measured.seen.as_deref(), Some("accepted, other protocol: 220 ftp ready"));
    }

    #[test]
    fn the_usual_port_is_not_named() {
        let (from, surroundings) = Default::default();
        let named = |story: &str, usual| {
            let story = story.parse().unwrap();
            host(&Call { story, real: story, from: &from, surroundings: &surroundings, until: Instant::now() }, usual)
        };
        assert_eq!(named("203.0.113.7:80", 80), "203.0.113.7");
        assert_eq!(named("203.0.113.7:8080", 80), "203.0.113.7:8080");
        assert_eq!(named("[2001:db8::7]:443", 443), "[2001:db8::7]");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let _ = read_answer(&bytes);
            let mut answer = b"HTTP/1.1 200 OK\r\nWWW-Authenticate: x realm".to_vec();
            answer.extend(bytes);
            let answer = read_answer(&answer).unwrap();
            prop_assert!(answer.realm.is_none_or(|r| r.chars().count() <= 200 && !r.chars().any(char::is_control)));
        }
    }
}
