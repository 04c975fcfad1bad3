//! A stranger's call and question, against peers that answer every way there is.

use super::*;
use tokio::net::TcpListener;

fn header<'a>(message: &'a str, name: &str) -> &'a str {
    message.lines().find_map(|l| l.strip_prefix(&format!("{name}: "))).unwrap_or_else(|| panic!("{name}: {message}"))
}

fn answer(request: &str, status: &str, of: &str) -> String {
    let cseq = header(request, "CSeq").split(' ').next().unwrap().to_owned();
    format!(
        "SIP/2.0 {status}\r\nVia: {}\r\nFrom: {}\r\nTo: {};tag=them\r\nCall-ID: {}\r\nCSeq: {cseq} {of}\r\n\
         Contact: <sip:taken@127.0.0.1:9>\r\nContent-Length: 0\r\n\r\n",
        header(request, "Via"),
        header(request, "From"),
        header(request, "To").split(";tag=").next().unwrap(),
        header(request, "Call-ID"),
    )
}

/// What a UDP peer hears, answered as `reply` says.
async fn heard_by(reply: impl Fn(&str) -> Vec<String>) -> (Heard, Vec<String>) {
    heard_within(FIRST_WORD, reply).await
}

async fn heard_within(first_word: Duration, reply: impl Fn(&str) -> Vec<String>) -> (Heard, Vec<String>) {
    heard_from(&From::default(), first_word, reply).await
}

async fn heard_from(from: &From, first_word: Duration, reply: impl Fn(&str) -> Vec<String>) -> (Heard, Vec<String>) {
    let peer = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let target = peer.local_addr().unwrap();
    let surroundings = Surroundings::default();
    let calling = call_within(first_word, target, Transport::Udp, from, &surroundings);
    tokio::pin!(calling);
    let mut messages = Vec::new();
    let mut buffer = [0u8; 4096];
    let heard = loop {
        tokio::select! {
            heard = &mut calling => break heard.unwrap(),
            received = peer.recv_from(&mut buffer) => {
                let (length, visitor) = received.unwrap();
                let message = String::from_utf8(buffer[..length].to_vec()).unwrap();
                for answer in reply(&message) {
                    peer.send_to(answer.as_bytes(), visitor).await.unwrap();
                }
                messages.push(message);
            }
        }
    };
    // What was sent last may still lie in the socket.
    while let Ok(Ok((length, _))) = timeout(Duration::from_millis(100), peer.recv_from(&mut buffer)).await {
        messages.push(String::from_utf8(buffer[..length].to_vec()).unwrap());
    }
    (heard, messages)
}

fn methods(messages: &[String]) -> Vec<&str> {
    messages.iter().map(|m| m.split(' ').next().unwrap()).collect()
}

fn statuses(heard: &Heard) -> Vec<u16> {
    heard.answers.iter().map(|a| a.status).collect()
}

/// Elsewhere the adapter of this computer itself has another name.
#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_stranger_on_another_street_names_nobody_as_the_sender_in_every_letter() {
    let taken = |m: &str| {
        let method = m.split(' ').next().unwrap();
        if method == "ACK" { Vec::new() } else { vec![answer(m, "200 OK", method)] }
    };
    let street = From { interface: Some("lo".to_owned()), ..From::default() };
    for (from, named) in [(From::default(), "127.0.0.1:"), (street, "10.254.254.254:")] {
        let (_, messages) = heard_from(&from, FIRST_WORD, taken).await;
        assert_eq!(methods(&messages), ["INVITE", "ACK", "BYE"]);
        for message in &messages {
            assert!(header(message, "Via").starts_with(&format!("SIP/2.0/UDP {named}")), "{message}");
        }
        assert!(
            header(&messages[0], "Contact").contains("127.0.0.1:"),
            "where a call can be ended from: {}",
            messages[0]
        );
    }
}

#[tokio::test]
async fn a_refusal_is_acknowledged_in_its_own_transaction() {
    let (heard, messages) =
        heard_by(|m| if m.starts_with("INVITE") { vec![answer(m, "401 Unauthorized", "INVITE")] } else { Vec::new() })
            .await;
    assert_eq!((statuses(&heard), heard.requests), (vec![401], 1));
    assert_eq!(methods(&messages), ["INVITE", "ACK"]);
    assert_eq!(header(&messages[0], "Via"), header(&messages[1], "Via"));
    assert!(header(&messages[1], "To").ends_with(";tag=them"));
    // A made-up name of letters, no sound offered, no banned words.
    let name = messages[0].split("sip:").nth(1).unwrap().split('@').next().unwrap();
    assert!(name.len() == NAME_LETTERS && name.bytes().all(|b| b.is_ascii_lowercase()), "{name}");
    assert!(messages.iter().all(|m| !m.to_ascii_lowercase().contains("system ") && m.len() < 600));
}

#[tokio::test]
async fn a_call_that_rings_is_taken_back_and_its_end_acknowledged() {
    let (heard, messages) = heard_by(|m| match m.split(' ').next().unwrap() {
        "INVITE" => vec![answer(m, "100 Trying", "INVITE"), answer(m, "180 Ringing", "INVITE")],
        "CANCEL" => vec![answer(m, "200 OK", "CANCEL"), answer(m, "487 Request Terminated", "INVITE")],
        _ => Vec::new(),
    })
    .await;
    assert_eq!(statuses(&heard), [100, 180]);
    assert_eq!(methods(&messages), ["INVITE", "CANCEL", "ACK"]);
    assert_eq!(header(&messages[0], "Via"), header(&messages[1], "Via"));
}

#[tokio::test]
async fn a_call_that_is_taken_is_ended_even_when_it_is_taken_while_being_taken_back() {
    let taken = |m: &str| match m.split(' ').next().unwrap() {
        "INVITE" => vec![answer(m, "200 OK", "INVITE")],
        "BYE" => vec![answer(m, "200 OK", "BYE")],
        _ => Vec::new(),
    };
    let (heard, messages) = heard_by(taken).await;
    assert_eq!(statuses(&heard), [200]);
    assert_eq!(methods(&messages), ["INVITE", "ACK", "BYE"]);
    assert!(messages[2].starts_with("BYE sip:taken@127.0.0.1:9 SIP/2.0\r\n"), "{}", messages[2]);
    assert_eq!(header(&messages[2], "CSeq"), "2 BYE");
    let crossed = |m: &str| match m.split(' ').next().unwrap() {
        "INVITE" => vec![answer(m, "183 Session Progress", "INVITE")],
        "CANCEL" => vec![answer(m, "200 OK", "INVITE")],
        "BYE" => vec![answer(m, "200 OK", "BYE")],
        _ => Vec::new(),
    };
    let (heard, messages) = heard_by(crossed).await;
    assert_eq!(statuses(&heard), [183]);
    assert_eq!(methods(&messages), ["INVITE", "CANCEL", "ACK", "BYE"]);
}

#[tokio::test]
async fn silence_is_asked_twice_and_never_cancelled() {
    let (heard, messages) = heard_within(2 * REPEAT_AFTER, |_| Vec::new()).await;
    assert_eq!((statuses(&heard), heard.requests), (vec![], 2));
    assert_eq!(methods(&messages), ["INVITE", "INVITE"]);
}

#[tokio::test]
async fn over_tcp_the_same_and_a_registration_is_asked_for_without_a_contact() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let target = listener.local_addr().unwrap();
    let peer = async {
        let mut requests = Vec::new();
        for status in ["401 Unauthorized", "404 Not Found"] {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") {
                request.push(stream.read_u8().await.unwrap());
            }
            let request = String::from_utf8(request).unwrap();
            let with_challenge = answer(&request, status, "REGISTER")
                .replace("Contact: <sip:taken@127.0.0.1:9>", "WWW-Authenticate: Digest realm=\"a\"");
            let plain = answer(&request, status, "REGISTER");
            let reply = if status.starts_with("401") { with_challenge } else { plain };
            stream.write_all(reply.as_bytes()).await.unwrap();
            requests.push(request);
        }
        requests
    };
    let surroundings = Surroundings::default();
    let asking = async {
        let from = From::default();
        let real = ask_registration(Some("201"), target, Transport::Tcp, &from, &surroundings).await.unwrap();
        (real, ask_registration(None, target, Transport::Tcp, &from, &surroundings).await.unwrap())
    };
    let ((real, made_up), requests) = tokio::join!(asking, peer);
    assert_eq!((statuses(&real), real.answers[0].challenged, real.requests), (vec![401], true, 1));
    assert_eq!((statuses(&made_up), made_up.answers[0].challenged), (vec![404], false));
    assert!(header(&requests[0], "To").starts_with("<sip:201@127.0.0.1"), "{}", requests[0]);
    assert!(requests.iter().all(|r| !r.contains("Contact:") && r.starts_with("REGISTER sip:127.0.0.1:")));
    assert!(!requests[1].contains("sip:201@"));
}
