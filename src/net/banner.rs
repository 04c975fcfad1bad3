//! Services that speak first: SSH, `MySQL`, Asterisk manager; and plain TCP, of which no protocol is known. Reads what
//! they say and hangs up; never signs in anywhere.

use std::time::Duration;

use crate::domain::probe::Measured;
use crate::net::fingerprint;
use crate::net::socket::{
    Call, Ended, answered, connect_tcp, did_not_speak, no_later_than, one_line, read_until, text,
};

/// A greeting is never longer than this.
const LONGEST_GREETING: usize = 4096;
/// How long a port without a known protocol may take to say something first.
const FIRST_BYTES: Duration = Duration::from_millis(700);

/// A plain TCP connection: being accepted is the answer, and what was said first, if anything, is noted.
pub(crate) async fn tcp(call: &Call<'_>) -> Measured {
    let mut stream = match connect_tcp(call).await {
        Ok(stream) => stream,
        Err(measured) => return measured,
    };
    let mut kept = Vec::new();
    let until = no_later_than(call.until, FIRST_BYTES);
    read_until(&mut stream, &mut kept, LONGEST_GREETING, until, |_| true).await;
    // No fingerprint: unknown first bytes may hold dates and salts.
    Measured { seen: one_line(&kept), ..answered("") }
}

/// The SSH banner.
pub(crate) async fn ssh(call: &Call<'_>) -> Measured {
    greeting(call, read_ssh).await
}

/// The `MySQL` or `MariaDB` greeting.
pub(crate) async fn mysql(call: &Call<'_>) -> Measured {
    greeting(call, read_mysql).await
}

/// What the greeting says.
pub(super) fn read_mysql(kept: &[u8]) -> Option<Measured> {
    mysql_greeting(kept).map(|greeting| match greeting {
        Greeting::Version(version) => {
            Measured { seen: one_line(format!("MySQL {version}").as_bytes()), ..known("mysql", &version) }
        }
        Greeting::Refusal(code) => answered(&format!("MySQL error {code}")),
    })
}

/// The Asterisk manager's banner.
pub(crate) async fn ami(call: &Call<'_>) -> Measured {
    greeting(call, read_ami).await
}

/// What the SSH banner says.
pub(super) fn read_ssh(kept: &[u8]) -> Option<Measured> {
    ssh_banner(kept).map(|banner| known("ssh", &banner))
}

/// What the manager's banner says.
pub(super) fn read_ami(kept: &[u8]) -> Option<Measured> {
    ami_banner(kept).map(|banner| known("ami", &banner))
}

fn known(kind: &str, banner: &str) -> Measured {
    Measured { fingerprint: Some(fingerprint::of(&[kind, banner])), ..answered(banner) }
}

async fn greeting(call: &Call<'_>, read: impl Fn(&[u8]) -> Option<Measured>) -> Measured {
    let mut stream = match connect_tcp(call).await {
        Ok(stream) => stream,
        Err(measured) => return measured,
    };
    let mut kept = Vec::new();
    let ended = read_until(&mut stream, &mut kept, LONGEST_GREETING, call.until, |k| read(k).is_some()).await;
    match ended {
        Ended::Enough => read(&kept).unwrap_or_else(|| did_not_speak(&kept, ended)),
        Ended::Full | Ended::Closed | Ended::Quiet => did_not_speak(&kept, ended),
    }
}

/// The identification line; other lines may come before it (RFC 4253 section 4.2).
fn ssh_banner(kept: &[u8]) -> Option<String> {
    finished_lines(kept).find(|line| line.starts_with(b"SSH-")).map(text)
}

/// The first line, if it is the manager's.
fn ami_banner(kept: &[u8]) -> Option<String> {
    finished_lines(kept).next().filter(|line| line.starts_with(b"Asterisk Call Manager/")).map(text)
}

fn finished_lines(kept: &[u8]) -> impl Iterator<Item = &[u8]> {
    kept.split_inclusive(|b| *b == b'\n').filter_map(|line| line.strip_suffix(b"\n")).map(<[u8]>::trim_ascii_end)
}

/// What a database server says first.
#[derive(Debug, PartialEq, Eq)]
enum Greeting {
    /// Its version.
    Version(String),
    /// It refuses this visitor at once, by this number (1130 host not allowed, 1129 host blocked, 1040 too many).
    Refusal(u16),
}

/// Three bytes of length, one of sequence, then protocol 10 (or 9) and the version, or an error packet.
fn mysql_greeting(kept: &[u8]) -> Option<Greeting> {
    let (&[low, middle, high, sequence], body) = kept.split_first_chunk::<4>()?;
    let length = usize::from(low) | usize::from(middle) << 8 | usize::from(high) << 16;
    if sequence != 0 || !(3..=LONGEST_GREETING).contains(&length) {
        return None;
    }
    match body.split_first()? {
        (9 | 10, rest) => {
            let end = rest.iter().position(|b| *b == 0)?;
            let version = rest.get(..end).filter(|v| v.first().is_some_and(u8::is_ascii_digit))?;
            Some(Greeting::Version(one_line(version)?))
        }
        (0xff, rest) => rest.first_chunk::<2>().map(|code| Greeting::Refusal(u16::from_le_bytes(*code))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::probe::Outcome;
    use crate::domain::service::{ProbeKind, Transport};
    use crate::net::socket::{ACCEPTED_THEN_CLOSED, ACCEPTED_WITHOUT_SPEAKING};
    use crate::net::testing::{ask, ask_briefly};
    use proptest::prelude::*;
    use tokio::io::AsyncWriteExt as _;
    use tokio::net::TcpListener;

    /// A server that says these bytes, in these pieces, and then waits for the visitor to leave.
    async fn saying(pieces: Vec<Vec<u8>>) -> std::net::SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                stream.set_nodelay(true).unwrap();
                for piece in &pieces {
                    if stream.write_all(piece).await.is_err() {
                        break;
                    }
                    tokio::task::yield_now().await;
                }
                let mut rest = Vec::new();
                let _ = tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut rest).await;
            }
        });
        address
    }

    #[tokio::test]
    async fn an_ssh_banner_may_come_in_pieces_and_after_other_lines() {
        let server = saying(vec![b"Only for staff!\r\nSSH-2.0-Open".to_vec(), b"SSH_7.4\r\nrubbish".to_vec()]).await;
        let measured = ask(ProbeKind::Ssh, Transport::Tcp, server).await;
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("SSH-2.0-OpenSSH_7.4"));
        let other = saying(vec![b"SSH-2.0-dropbear_2019.78\r\n".to_vec()]).await;
        assert_ne!(ask(ProbeKind::Ssh, Transport::Tcp, other).await.fingerprint, measured.fingerprint);
        assert_eq!(ask(ProbeKind::Ssh, Transport::Tcp, server).await.fingerprint, measured.fingerprint);
    }

    #[tokio::test]
    async fn another_protocol_is_no_answer() {
        let server = saying(vec![b"220 mail.example ESMTP\r\n".to_vec()]).await;
        let measured = ask_briefly(ProbeKind::Ssh, Transport::Tcp, server).await;
        assert_eq!(measured.outcome, Outcome::Silent);
        assert_eq!(measured.seen.as_deref(), Some("accepted, other protocol: 220 mail.example ESMTP"));
        assert_eq!(measured.fingerprint, None);
        let measured = ask(ProbeKind::Tcp, Transport::Tcp, server).await;
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("220 mail.example ESMTP"));
    }

    #[tokio::test]
    async fn a_plain_tcp_port_answers_by_accepting() {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let measured = ask_briefly(ProbeKind::Tcp, Transport::Tcp, listener.local_addr().unwrap()).await;
        assert_eq!(measured, Measured::bare(Outcome::Answered));
        for kind in [ProbeKind::Ssh, ProbeKind::Mysql, ProbeKind::Ami] {
            let measured = ask_briefly(kind, Transport::Tcp, listener.local_addr().unwrap()).await;
            assert_eq!(measured.outcome, Outcome::Silent, "{kind:?}");
            assert_eq!(measured.seen.as_deref(), Some(ACCEPTED_WITHOUT_SPEAKING));
        }
    }

    #[tokio::test]
    async fn a_peer_that_hangs_up_did_not_speak() {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                drop(stream);
            }
        });
        let measured = ask(ProbeKind::Ami, Transport::Tcp, address).await;
        assert_eq!(measured.outcome, Outcome::Silent);
        assert_eq!(measured.seen.as_deref(), Some(ACCEPTED_THEN_CLOSED));
    }

    #[tokio::test]
    async fn the_database_tells_its_version_and_not_its_salt() {
        let greeting = |salt: &[u8; 8]| {
            let mut body = b"\x0a5.7.30-log\0\x2a\0\0\0".to_vec();
            body.extend_from_slice(salt);
            body.push(0);
            let mut packet = vec![u8::try_from(body.len()).unwrap(), 0, 0, 0];
            packet.extend(body);
            packet
        };
        let one = saying(vec![greeting(b"abcdefgh")]).await;
        let two = saying(vec![greeting(b"ijklmnop")]).await;
        let first = ask(ProbeKind::Mysql, Transport::Tcp, one).await;
        assert_eq!(first.seen.as_deref(), Some("MySQL 5.7.30-log"));
        assert_eq!(first.outcome, Outcome::Answered);
        assert!(first.fingerprint.is_some());
        assert_eq!(ask(ProbeKind::Mysql, Transport::Tcp, two).await.fingerprint, first.fingerprint);
    }

    #[tokio::test]
    async fn a_database_that_turns_strangers_away_has_answered() {
        let mut packet = vec![0x45, 0, 0, 0, 0xff, 0x6a, 0x04];
        packet.extend_from_slice(b"Host '192.0.2.1' is not allowed to connect to this MySQL server");
        let server = saying(vec![packet]).await;
        let measured = ask(ProbeKind::Mysql, Transport::Tcp, server).await;
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("MySQL error 1130"));
    }

    #[tokio::test]
    async fn the_manager_tells_its_version() {
        let server = saying(vec![b"Asterisk Call Manager/5.0.1\r\n".to_vec()]).await;
        let measured = ask(ProbeKind::Ami, Transport::Tcp, server).await;
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("Asterisk Call Manager/5.0.1"));
        assert!(measured.fingerprint.is_some());
    }

    proptest! {
        #[test]
        fn readers_take_any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let _ = (ssh_banner(&bytes), ami_banner(&bytes));
            if let Some(Greeting::Version(version)) = mysql_greeting(&bytes) {
                prop_assert!(version.chars().count() <= 200 && !version.chars().any(char::is_control));
            }
        }
    }
}
