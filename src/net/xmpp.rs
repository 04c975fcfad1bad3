//! XMPP: opens a stream, reads who answers, closes it (RFC 6120 section 4). Never signs in. HUD servers are old: no
//! version and no features are normal.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use tokio::io::AsyncWriteExt as _;
use tokio::time::timeout_at;

use crate::domain::probe::Measured;
use crate::net::fingerprint;
use crate::net::socket::{Call, Ended, answered, connect_tcp, did_not_speak, one_line, read_until, text};

/// As much of a stream's beginning as is ever read.
const LONGEST_BEGINNING: usize = 16 * 1024;
/// The namespace that makes an element a stream.
const STREAMS: &str = "http://etherx.jabber.org/streams";
/// Elements looked at: real features hold a few dozen.
const MOST_EVENTS: u32 = 2048;

/// Asks by opening a stream.
pub(crate) async fn ask(call: &Call<'_>) -> Measured {
    let mut stream = match connect_tcp(call).await {
        Ok(stream) => stream,
        Err(measured) => return measured,
    };
    let to = call.story.ip().to_string();
    match timeout_at(call.until, stream.write_all(opening(&to).as_bytes())).await {
        Ok(Ok(())) => {}
        Ok(Err(_)) => return did_not_speak(&[], Ended::Closed),
        Err(_) => return did_not_speak(&[], Ended::Quiet),
    }
    let mut kept = Vec::new();
    let ended = read_until(&mut stream, &mut kept, LONGEST_BEGINNING, call.until, |kept| {
        // A tag has to be whole before a look is worth the while.
        kept.last() == Some(&b'>') && matches!(look(kept), Look::Enough(_) | Look::Foreign)
    })
    .await;
    match look(&kept) {
        Look::Enough(beginning) | Look::More(Some(beginning)) => {
            // Politeness only; the answer is known.
            let _closed = stream.try_write(b"</stream:stream>");
            measured(&beginning, &to)
        }
        Look::More(None) | Look::Foreign => did_not_speak(&kept, ended),
    }
}

fn opening(to: &str) -> String {
    format!(
        "<?xml version='1.0'?><stream:stream to='{to}' version='1.0' xmlns='jabber:client' \
         xmlns:stream='http://etherx.jabber.org/streams'>"
    )
}

pub(super) fn measured(beginning: &Beginning, to: &str) -> Measured {
    let mut seen = "XMPP stream".to_owned();
    let mut add = |word: &str, value: &Option<String>| {
        if let Some(value) = value {
            seen.push_str(word);
            seen.push_str(value);
        }
    };
    add(" from ", &beginning.from);
    add(", version ", &beginning.version);
    add(", ", &beginning.offer);
    // Some servers name themselves as they were called: then the name says nothing about the machine.
    let own_name = beginning.from.as_deref().filter(|from| *from != to);
    Measured { fingerprint: own_name.map(|from| fingerprint::of(&["xmpp", from])), ..answered(&seen) }
}

/// How a stream began.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Beginning {
    /// Who answers.
    from: Option<String>,
    /// None before XMPP 1.0.
    version: Option<String>,
    /// What it offered or complained of first.
    offer: Option<String>,
}

/// What the bytes so far are.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// A stream, and everything worth waiting for.
    Enough(Beginning),
    /// A stream or nothing yet; more may come.
    More(Option<Beginning>),
    /// Not XMPP.
    Foreign,
}

pub(super) fn look(bytes: &[u8]) -> Look {
    let bytes = text(bytes);
    let mut reader = Reader::from_str(&bytes);
    let mut root: Option<Beginning> = None;
    let mut in_features = false;
    for _ in 0..MOST_EVENTS {
        let Ok(event) = reader.read_event() else { break };
        match (&event, root.as_mut()) {
            (Event::Eof, _) => break,
            // Nothing in this protocol may carry one (RFC 6120 section 11.1), and it is how XML bombs begin.
            (Event::DocType(_), _) => return Look::Foreign,
            (Event::Start(element) | Event::Empty(element), None) => match stream_root(element) {
                Some(beginning) if beginning.version.is_none() => return Look::Enough(beginning),
                Some(beginning) => root = Some(beginning),
                None => return Look::Foreign,
            },
            (Event::Start(element) | Event::Empty(element), Some(beginning)) => {
                match element.local_name().as_ref() {
                    "features" if matches!(event, Event::Empty(_)) => return Look::Enough(beginning.clone()),
                    "features" => in_features = true,
                    "error" => {}
                    "starttls" if in_features => beginning.offer = Some("STARTTLS".to_owned()),
                    // The first element inside an error names it, for example host-unknown.
                    other if !in_features && beginning.offer.is_none() => {
                        beginning.offer = one_line(format!("error {other}").as_bytes());
                    }
                    _ => {}
                }
            }
            (Event::End(element), Some(beginning))
                if ["features", "error", "stream"].contains(&element.local_name().as_ref()) =>
            {
                return Look::Enough(beginning.clone());
            }
            (Event::Text(content), None) if !content.trim().is_empty() => return Look::Foreign,
            _ => {}
        }
    }
    Look::More(root)
}

/// The stream's own element, if that is what it is.
fn stream_root(element: &BytesStart<'_>) -> Option<Beginning> {
    if element.local_name().as_ref() != "stream" {
        return None;
    }
    let mut beginning = Beginning::default();
    let mut is_stream = false;
    for attribute in element.attributes().with_checks(false).take(16).flatten() {
        let value = || {
            let raw = &attribute.value;
            one_line(quick_xml::escape::unescape(raw).as_deref().unwrap_or(raw).as_bytes())
        };
        match attribute.key.as_ref() {
            "from" => beginning.from = value(),
            "version" => beginning.version = value(),
            key if key.starts_with("xmlns") => is_stream |= attribute.value.as_ref() == STREAMS,
            _ => {}
        }
    }
    is_stream.then_some(beginning)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::probe::Outcome;
    use crate::domain::service::{ProbeKind, Transport};
    use crate::net::testing::{ask, ask_briefly};
    use proptest::prelude::*;
    use tokio::io::AsyncReadExt as _;
    use tokio::net::TcpListener;

    /// A server that waits for the stream's opening, says this, and waits for the visitor to leave.
    async fn saying(answer: &'static str) -> std::net::SocketAddr {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((mut stream, _)) = listener.accept().await {
                let mut heard = Vec::new();
                while !heard.ends_with(b"streams'>") {
                    heard.push(stream.read_u8().await.unwrap());
                }
                assert!(String::from_utf8(heard).unwrap().contains("<stream:stream to='127.0.0.1' version='1.0'"));
                for piece in answer.as_bytes().chunks(37) {
                    stream.write_all(piece).await.unwrap();
                }
                let mut rest = Vec::new();
                let _ = stream.read_to_end(&mut rest).await;
            }
        });
        address
    }

    #[tokio::test]
    async fn a_server_with_features_tells_its_name() {
        let server = saying(
            "<?xml version='1.0'?><stream:stream xmlns='jabber:client' \
             xmlns:stream='http://etherx.jabber.org/streams' id='4711' from='hud.office.example' version='1.0'>\
             <stream:features><starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>\
             <mechanisms><mechanism>PLAIN</mechanism></mechanisms></stream:features>",
        )
        .await;
        let measured = ask(ProbeKind::Xmpp, Transport::Tcp, server).await;
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("XMPP stream from hud.office.example, version 1.0, STARTTLS"));
        assert!(measured.fingerprint.is_some());
    }

    #[tokio::test]
    async fn an_old_hud_server_needs_neither_version_nor_features() {
        let one =
            saying("<stream:stream xmlns:stream=\"http://etherx.jabber.org/streams\" id='1' from='fonality'>").await;
        let two =
            saying("<stream:stream xmlns:stream=\"http://etherx.jabber.org/streams\" id='2' from='fonality'>").await;
        let measured = ask(ProbeKind::Xmpp, Transport::Tcp, one).await;
        assert_eq!(measured.seen.as_deref(), Some("XMPP stream from fonality"));
        assert_eq!(measured.outcome, Outcome::Answered);
        // The stream's id changes every time and does not count.
        assert_eq!(ask(ProbeKind::Xmpp, Transport::Tcp, two).await.fingerprint, measured.fingerprint);
    }

    #[tokio::test]
    async fn an_error_is_an_answer_and_an_echoed_name_is_no_identity() {
        let server = saying(
            "<?xml version='1.0'?><stream:stream xmlns:stream='http://etherx.jabber.org/streams' version='1.0' \
             from='127.0.0.1'><stream:error><host-unknown xmlns='urn:x'/></stream:error></stream:stream>",
        )
        .await;
        let measured = ask(ProbeKind::Xmpp, Transport::Tcp, server).await;
        assert_eq!(measured.outcome, Outcome::Answered);
        assert_eq!(measured.seen.as_deref(), Some("XMPP stream from 127.0.0.1, version 1.0, error host-unknown"));
        assert_eq!(measured.fingerprint, None);
    }

    #[tokio::test]
    async fn a_stream_that_stops_before_its_features_has_still_answered() {
        let server =
            saying("<s:stream xmlns:s='http://etherx.jabber.org/streams' version='1.0' from='x'><s:features>").await;
        let measured = ask_briefly(ProbeKind::Xmpp, Transport::Tcp, server).await;
        assert_eq!(measured.outcome, Outcome::Answered);
    }

    #[tokio::test]
    async fn other_xml_and_other_protocols_are_no_answer() {
        for answer in [
            "HTTP/1.1 400 Bad Request\r\n\r\n<html>",
            "<html><body>",
            "<stream:stream xmlns:stream='urn:another'>",
            "<!DOCTYPE stream [<!ENTITY a 'b'>]><stream:stream xmlns:stream='http://etherx.jabber.org/streams'>",
        ] {
            let measured = ask_briefly(ProbeKind::Xmpp, Transport::Tcp, saying(answer).await).await;
            assert_eq!(measured.outcome, Outcome::Silent, "{answer}");
            assert!(measured.seen.unwrap().starts_with("accepted, other protocol: "), "{answer}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_looked_at(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
            let _ = look(&bytes);
            let mut opened = b"<s:stream xmlns:s='http://etherx.jabber.org/streams' version='1' from='".to_vec();
            opened.extend(bytes);
            if let Look::Enough(beginning) | Look::More(Some(beginning)) = look(&opened) {
                for kept in [beginning.from, beginning.version, beginning.offer].into_iter().flatten() {
                    prop_assert!(kept.chars().count() <= 200 && !kept.chars().any(char::is_control));
                }
            }
        }
    }
}
