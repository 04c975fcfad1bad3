//! Tests of `doorman`.

use super::*;
use tokio::io::AsyncReadExt as _;
use tokio::net::TcpListener;

fn letter(transport: Transport, target: SocketAddr) -> Letter {
    Letter { transport, target, call_id: "se-77".to_owned() }
}

async fn send(letter: &Letter) -> Posted {
    post(letter, &From::default(), Leaving::AnyPort, &Surroundings::default()).await
}

/// Methods of what one UDP peer hears up to the last one, answered as `answer` says.
async fn heard(last: &str, answer: impl Fn(&str) -> Option<String>) -> (Posted, Vec<String>) {
    let peer = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let letter = letter(Transport::Udp, peer.local_addr().unwrap());
    let mut methods: Vec<String> = Vec::new();
    let sending = send(&letter);
    tokio::pin!(sending);
    let mut buffer = [0u8; 4096];
    let posted = loop {
        tokio::select! {
            posted = &mut sending => break posted,
            received = peer.recv_from(&mut buffer) => {
                let (length, from) = received.unwrap();
                let message = String::from_utf8_lossy(&buffer[..length]).into_owned();
                methods.push(message.split(' ').next().unwrap().to_owned());
                if let Some(answer) = answer(&message) {
                    peer.send_to(answer.as_bytes(), from).await.unwrap();
                }
            }
        }
    };
    while methods.last().is_none_or(|m| m != last) {
        let length = peer.recv(&mut buffer).await.unwrap();
        methods.push(String::from_utf8_lossy(&buffer[..length]).split(' ').next().unwrap().to_owned());
    }
    (posted, methods)
}

fn answer_to(message: &str, status: &str) -> String {
    let message = lines(message.as_bytes());
    let line = |name: &str| format!("{name}: {}\r\n", header(&message, name)[0]);
    format!("SIP/2.0 {status}\r\n{}{}{}{}{}\r\n", line("Via"), line("From"), line("To"), line("Call-ID"), line("CSeq"))
}

#[tokio::test]
async fn a_refusal_is_acknowledged() {
    let (posted, methods) = heard("ACK", |message| Some(answer_to(message, "480 Away"))).await;
    assert_eq!(methods, ["INVITE", "ACK"]);
    assert_eq!(posted.answer.unwrap()[0], "SIP/2.0 480 Away");
}

#[tokio::test]
async fn whoever_takes_the_call_hears_goodbye() {
    let (_, methods) =
        heard("BYE", |message| message.starts_with("INVITE").then(|| answer_to(message, "200 OK"))).await;
    assert_eq!(methods, ["INVITE", "ACK", "BYE"]);
}

#[tokio::test]
async fn where_nothing_final_comes_the_call_is_taken_back_after_two_sends() {
    let (posted, methods) = heard("CANCEL", |message| Some(answer_to(message, "180 Ringing"))).await;
    assert_eq!(methods, ["INVITE", "INVITE", "CANCEL"]);
    assert_eq!((posted.answer, posted.trouble), (None, None));
    assert!(posted.sent[0].starts_with("INVITE "));
}

#[tokio::test]
async fn a_cancelled_call_is_acknowledged_and_counts_as_no_answer() {
    let (posted, methods) = heard("ACK", |message| {
        let invite = message.replace("CSeq: 1 CANCEL", "CSeq: 1 INVITE");
        message.starts_with("CANCEL").then(|| answer_to(&invite, "487 Request Terminated"))
    })
    .await;
    assert_eq!(methods, ["INVITE", "INVITE", "CANCEL", "ACK"]);
    assert_eq!(posted.answer, None);
}

#[tokio::test]
async fn an_answer_of_another_call_is_none() {
    let (posted, methods) =
        heard("CANCEL", |message| Some(answer_to(message, "480 Away").replace("se-77@", "se-78@"))).await;
    assert_eq!((posted.answer, methods.len()), (None, 3));
    // The address behind the name may have been rewritten on the way.
    let moved = |message: &str| Some(answer_to(message, "480 Away").replace("se-77@127.0.0.1", "se-77@66.1.1.1"));
    assert!(heard("ACK", moved).await.0.answer.is_some());
}

#[tokio::test]
async fn over_tcp_the_answer_may_come_in_pieces_and_is_acknowledged() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let letter = letter(Transport::Tcp, listener.local_addr().unwrap());
    let peer = async {
        let (mut stream, _) = listener.accept().await.unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"a=sendrecv\r\n") {
            request.push(stream.read_u8().await.unwrap());
        }
        let request = String::from_utf8(request).unwrap();
        let answer = format!("{}{}", answer_to(&request, "100 Trying"), answer_to(&request, "486 Busy"));
        let (one, two) = answer.split_at(answer.len() - 60);
        stream.write_all(one.as_bytes()).await.unwrap();
        tokio::task::yield_now().await;
        stream.write_all(two.as_bytes()).await.unwrap();
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).await.unwrap();
        (request, String::from_utf8(rest).unwrap())
    };
    let (posted, (request, rest)) = tokio::join!(send(&letter), peer);
    assert_eq!(posted.answer.unwrap()[0], "SIP/2.0 486 Busy");
    assert_eq!(posted.sent, lines(request.as_bytes()));
    assert!(request.contains(";transport=tcp>") && request.contains("Via: SIP/2.0/TCP 127.0.0.1:"));
    let length: usize = request.split("Content-Length: ").nth(1).unwrap().split('\r').next().unwrap().parse().unwrap();
    assert_eq!(request.split_once("\r\n\r\n").unwrap().1.len(), length);
    assert!(rest.starts_with("ACK "), "{rest}");
}

#[tokio::test]
async fn a_port_that_lets_nobody_in_is_no_trouble_of_ours() {
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let posted = send(&letter(Transport::Tcp, closed)).await;
    assert_eq!((posted.trouble, posted.answer), (None, None));
    let elsewhere = From::address([203, 0, 113, 200].into());
    let posted = post(&letter(Transport::Udp, closed), &elsewhere, Leaving::AnyPort, &Surroundings::default()).await;
    assert!(posted.trouble.unwrap().starts_with("bind: "));
}

#[tokio::test]
async fn the_letter_leaves_from_the_port_that_was_asked_for() {
    let peer = UdpSocket::bind("127.0.0.1:0").await.unwrap();
    let free = UdpSocket::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let (surroundings, from) = (Surroundings::default(), From::address([127, 0, 0, 1].into()));
    let real = peer.local_addr().unwrap();
    let call = Call { story: real, real, from: &from, surroundings: &surroundings, until: Instant::now() + TIME_LIMIT };
    let socket = connect_udp_from(&call, free).unwrap();
    assert_eq!(socket.local_addr().unwrap().port(), free);
    assert_eq!(own_port(Leaving::UsualPort), 5060);
}

#[tokio::test]
async fn the_port_for_sound_is_even_and_held() {
    let (surroundings, from) = (Surroundings::default(), From::default());
    let real = "127.0.0.1:9".parse().unwrap();
    let call = Call { story: real, real, from: &from, surroundings: &surroundings, until: Instant::now() + TIME_LIMIT };
    let voice = Voice::hold(&call).unwrap();
    assert!(voice.port != 0 && voice.port.is_multiple_of(2));
    assert!(UdpSocket::bind(("0.0.0.0", voice.port)).await.is_err(), "nobody else can have it");
}
