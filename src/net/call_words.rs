//! What a played phone says: its requests and its answers, line by line. Knows no socket and no time.

use std::net::SocketAddr;

use crate::net::USER_AGENT;
use crate::net::call_read::{Request, address_of};
use crate::net::sip::{bracketed, message};
use crate::net::sip_read::Reply;

/// Shortest registration that phone systems usually take, in seconds.
const SHORTEST: u32 = 60;

/// What is the same in everything that this phone says.
#[derive(Clone, Debug)]
pub(super) struct Words {
    /// The phone system as the person wrote it.
    pub host: String,
    /// Extension.
    pub user: String,
    /// This computer, as it knows itself: a real phone behind a home router says the same.
    pub local: SocketAddr,
    /// Names registrations and calls of this sitting.
    pub id: String,
    /// For how long it registers, in seconds. No longer than needed: it may outlive a program that was killed.
    pub expires: u32,
    /// Number of the last request.
    count: u32,
}

/// One request on its way.
#[derive(Clone, Debug)]
pub(super) struct Sent {
    pub message: Vec<u8>,
    pub branch: String,
    pub call_id: String,
    pub method: &'static str,
    /// Of a call, for what follows the INVITE.
    pub number: u32,
}

/// A call that we made.
#[derive(Clone, Debug)]
pub(super) struct Dialog {
    call_id: String,
    tag: String,
    /// Whom we called.
    uri: String,
    /// To with the other side's tag, once it answered.
    to: String,
    /// Where requests of this call go.
    target: String,
    routes: Vec<String>,
}

/// What a registration asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Binding {
    /// Only says which phones are there (RFC 3261 section 10.2.3).
    Ask,
    /// Ours is to be added.
    Add,
    /// Ours, and only ours, is to be taken away.
    Remove,
}

impl Words {
    /// A phone's first words.
    pub fn new(host: &str, user: &str, local: SocketAddr, id: &str) -> Self {
        Self { host: host.to_owned(), user: user.to_owned(), local, id: id.to_owned(), expires: SHORTEST, count: 0 }
    }

    /// Our own Contact address.
    pub fn contact(&self) -> String {
        format!("sip:{}@{}:{}", self.user, bracketed(self.local.ip()), self.local.port())
    }

    /// The address that a registration is sent to, and signed for.
    pub fn registrar(&self) -> String {
        format!("sip:{}", self.host)
    }

    /// A registration.
    pub fn register(&mut self, binding: Binding, answer: Option<String>) -> Option<Sent> {
        let me = format!("<sip:{}@{}>", self.user, self.host);
        let mut lines = vec![format!("From: {me};tag={}", self.tag()), format!("To: {me}")];
        let expires = match binding {
            Binding::Ask => None,
            Binding::Add => Some(self.expires.max(SHORTEST)),
            Binding::Remove => Some(0),
        };
        if let Some(expires) = expires {
            lines.push(format!("Contact: <{}>;expires={expires}", self.contact()));
            lines.push(format!("Expires: {expires}"));
        }
        let (uri, call_id) = (self.registrar(), format!("se-{}-r", self.id));
        self.request("REGISTER", &uri, &call_id, [lines, answer.into_iter().collect()].concat(), &[])
    }

    /// The beginning of a call to `number`; `offer` describes our sound.
    pub fn invite(&mut self, number: &str, answer: Option<String>, offer: &str) -> Option<(Sent, Dialog)> {
        let uri = self.uri_of(number);
        let dialog = Dialog {
            call_id: format!("se-{}-c", self.id),
            tag: self.tag(),
            uri: uri.clone(),
            to: format!("<{uri}>"),
            target: uri.clone(),
            routes: Vec::new(),
        };
        let mut lines = self.of_call(&dialog);
        lines.push(format!("Contact: <{}>", self.contact()));
        lines.push("Allow: INVITE, ACK, CANCEL, BYE, OPTIONS".to_owned());
        lines.push("Content-Type: application/sdp".to_owned());
        lines.extend(answer);
        let call_id = dialog.call_id.clone();
        Some((self.request("INVITE", &uri, &call_id, lines, offer.as_bytes())?, dialog))
    }

    /// The address of a number, as an INVITE is signed for it. `#` would begin something else (RFC 3261 section 25.1).
    pub fn uri_of(&self, number: &str) -> String {
        format!("sip:{}@{}", number.replace('#', "%23"), self.host)
    }

    /// The ACK to a final answer. To a refusal it belongs to the INVITE (RFC 3261 section 17.1.1.3).
    pub fn ack(&mut self, dialog: &Dialog, invite: &Sent, reply: &Reply) -> Option<Vec<u8>> {
        let is_yes = reply.status < 300;
        let branch = if is_yes { self.branch() } else { invite.branch.clone() };
        let to = reply.first("to").unwrap_or(&dialog.to).to_owned();
        let uri = if is_yes { &dialog.target } else { &dialog.uri };
        let mut lines = self.head("ACK", uri, &branch, &dialog.call_id, invite.number);
        lines.push(format!("From: <sip:{}@{}>;tag={}", self.user, self.host, dialog.tag));
        lines.push(format!("To: {to}"));
        lines.extend(dialog.routes.iter().filter(|_| is_yes).map(|r| format!("Route: {r}")));
        lines.push("Content-Length: 0".to_owned());
        message(lines, &[])
    }

    /// Takes an unanswered call back. Matches the INVITE (RFC 3261 section 9.1).
    pub fn cancel(&self, dialog: &Dialog, invite: &Sent) -> Option<Sent> {
        let mut lines = self.head("CANCEL", &dialog.uri, &invite.branch, &dialog.call_id, invite.number);
        lines.push(format!("From: <sip:{}@{}>;tag={}", self.user, self.host, dialog.tag));
        lines.push(format!("To: <{}>", dialog.uri));
        lines.push("Content-Length: 0".to_owned());
        Some(Sent {
            message: message(lines, &[])?,
            branch: invite.branch.clone(),
            call_id: dialog.call_id.clone(),
            method: "CANCEL",
            number: invite.number,
        })
    }

    /// Ends a call.
    pub fn bye(&mut self, dialog: &Dialog, answer: Option<String>) -> Option<Sent> {
        let mut lines = self.of_call(dialog);
        lines.extend(dialog.routes.iter().map(|r| format!("Route: {r}")));
        lines.extend(answer);
        self.request("BYE", &dialog.target, &dialog.call_id, lines, &[])
    }

    /// An answer to a request that came to us.
    pub fn reply(&self, request: &Request, status: &str) -> Option<Vec<u8>> {
        let mut lines = vec![format!("SIP/2.0 {status}")];
        lines.extend(request.all("via").map(|v| format!("Via: {v}")));
        lines.extend(request.all("record-route").map(|v| format!("Record-Route: {v}")));
        lines.push(format!("From: {}", request.first("from")?));
        let to = request.first("to")?;
        let tag = if to.contains(";tag=") { String::new() } else { format!(";tag={}", self.tag()) };
        lines.push(format!("To: {to}{tag}"));
        lines.push(format!("Call-ID: {}", request.first("call-id")?));
        lines.push(format!("CSeq: {}", request.first("cseq")?));
        lines.push(format!("Contact: <{}>", self.contact()));
        lines.push(format!("User-Agent: {USER_AGENT}"));
        lines.push("Content-Length: 0".to_owned());
        message(lines, &[])
    }

    /// What our sound is: PCMU, keys, both ways.
    pub fn offer(&self, port: u16) -> String {
        let family = if self.local.is_ipv4() { "IP4" } else { "IP6" };
        let ip = self.local.ip();
        [
            "v=0".to_owned(),
            format!("o=- 1 1 IN {family} {ip}"),
            "s=-".to_owned(),
            format!("c=IN {family} {ip}"),
            "t=0 0".to_owned(),
            format!("m=audio {port} RTP/AVP 0 101"),
            "a=rtpmap:0 PCMU/8000".to_owned(),
            "a=rtpmap:101 telephone-event/8000".to_owned(),
            "a=fmtp:101 0-15".to_owned(),
            "a=ptime:20".to_owned(),
            "a=sendrecv".to_owned(),
        ]
        .map(|line| line + "\r\n")
        .concat()
    }

    fn of_call(&self, dialog: &Dialog) -> Vec<String> {
        vec![format!("From: <sip:{}@{}>;tag={}", self.user, self.host, dialog.tag), format!("To: {}", dialog.to)]
    }

    fn request(
        &mut self,
        method: &'static str,
        uri: &str,
        call_id: &str,
        more: Vec<String>,
        body: &[u8],
    ) -> Option<Sent> {
        self.count += 1;
        let branch = self.branch();
        let mut lines = self.head(method, uri, &branch, call_id, self.count);
        lines.extend(more);
        lines.push(format!("Content-Length: {}", body.len()));
        let message = message(lines, body)?;
        Some(Sent { message, branch, call_id: call_id.to_owned(), method, number: self.count })
    }

    fn head(&self, method: &str, uri: &str, branch: &str, call_id: &str, number: u32) -> Vec<String> {
        let me = bracketed(self.local.ip());
        vec![
            format!("{method} {uri} SIP/2.0"),
            format!("Via: SIP/2.0/UDP {me}:{};branch={branch};rport", self.local.port()),
            "Max-Forwards: 70".to_owned(),
            format!("Call-ID: {call_id}"),
            format!("CSeq: {number} {method}"),
            format!("User-Agent: {USER_AGENT}"),
        ]
    }

    fn branch(&mut self) -> String {
        self.count += 1;
        format!("z9hG4bK{}{:x}", self.id, self.count)
    }

    fn tag(&self) -> String {
        self.id.chars().rev().take(10).collect()
    }
}

impl Dialog {
    /// Takes in the answer that makes the call: whom to tell the rest, and along which way.
    pub fn answered(&mut self, reply: &Reply) {
        if let Some(to) = reply.first("to") {
            to.clone_into(&mut self.to);
        }
        if let Some(target) = reply.first("contact").and_then(address_of) {
            self.target = target;
        }
        // The way back is the way there, turned round (RFC 3261 section 12.1.2).
        self.routes = reply.all("record-route").map(ToOwned::to_owned).collect();
        self.routes.reverse();
    }

    /// Where requests of this call go.
    pub fn target(&self) -> &str {
        &self.target
    }

    /// True for an answer to this call.
    pub fn is_answered_by(&self, reply: &Reply) -> bool {
        reply.first("call-id") == Some(&self.call_id)
            && reply.first("cseq").is_some_and(|c| c.to_ascii_uppercase().ends_with("INVITE"))
    }

    /// True for a request of this call.
    pub fn owns(&self, request: &Request) -> bool {
        request.first("call-id") == Some(&self.call_id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::net::call_read::{Heard, read};
    use crate::net::sip_read::read_datagram;

    fn words() -> Words {
        Words::new("office.example:5160", "6001", "192.168.50.5:40000".parse().unwrap(), "00112233445566")
    }

    fn text(message: &[u8]) -> String {
        String::from_utf8(message.to_vec()).unwrap()
    }

    #[test]
    fn only_our_own_contact_is_added_and_removed() {
        let mut words = words();
        let ask = text(&words.register(Binding::Ask, None).unwrap().message);
        assert!(ask.starts_with("REGISTER sip:office.example:5160 SIP/2.0\r\n") && !ask.contains("Contact"), "{ask}");
        let add = text(&words.register(Binding::Add, Some("Authorization: Digest x".to_owned())).unwrap().message);
        assert!(add.contains("\r\nContact: <sip:6001@192.168.50.5:40000>;expires=60\r\n"), "{add}");
        assert!(add.contains("\r\nAuthorization: Digest x\r\n") && add.contains("CSeq: 4 REGISTER"), "{add}");
        let remove = text(&words.register(Binding::Remove, None).unwrap().message);
        assert!(remove.contains("\r\nContact: <sip:6001@192.168.50.5:40000>;expires=0\r\n"), "{remove}");
        assert!(!remove.contains('*'), "never everybody's");
    }

    #[test]
    fn a_call_follows_the_way_that_its_answer_says() {
        let mut words = words();
        let offer = words.offer(4000);
        let (invite, mut dialog) = words.invite("*43#", None, &offer).unwrap();
        let said = text(&invite.message);
        assert!(said.starts_with("INVITE sip:*43%23@office.example:5160 SIP/2.0\r\n"), "{said}");
        assert!(
            said.contains("\r\nc=IN IP4 192.168.50.5\r\n") && said.contains("m=audio 4000 RTP/AVP 0 101"),
            "{said}"
        );
        let reply = read_datagram(
            b"SIP/2.0 200 OK\r\nTo: <sip:x>;tag=9\r\nContact: <sip:a@11.22.33.2:5060>\r\n\
              Record-Route: <sip:one;lr>\r\nRecord-Route: <sip:two;lr>\r\n\r\n",
        )
        .unwrap();
        dialog.answered(&reply);
        let ack = text(&words.ack(&dialog, &invite, &reply).unwrap());
        assert!(ack.starts_with("ACK sip:a@11.22.33.2:5060 SIP/2.0\r\n"), "{ack}");
        assert!(ack.contains(&format!("CSeq: {} ACK", invite.number)) && !ack.contains(&invite.branch), "{ack}");
        let bye = text(&words.bye(&dialog, None).unwrap().message);
        assert!(bye.contains("\r\nTo: <sip:x>;tag=9\r\n"), "{bye}");
        let route = (bye.find("<sip:two;lr>").unwrap(), bye.find("<sip:one;lr>").unwrap());
        assert!(route.0 < route.1, "{bye}");
    }

    #[test]
    fn a_refusal_is_acknowledged_and_a_call_cancelled_under_its_own_branch() {
        let mut words = words();
        let (invite, dialog) = words.invite("600", None, "").unwrap();
        let reply = read_datagram(b"SIP/2.0 404 Not Found\r\nTo: <sip:x>;tag=9\r\n\r\n").unwrap();
        let ack = text(&words.ack(&dialog, &invite, &reply).unwrap());
        assert!(ack.starts_with("ACK sip:600@") && ack.contains(&invite.branch) && ack.contains(";tag=9"), "{ack}");
        let cancel = words.cancel(&dialog, &invite).unwrap();
        assert!(text(&cancel.message).contains(&format!("CSeq: {} CANCEL", invite.number)));
        assert_eq!(cancel.branch, invite.branch);
    }

    #[test]
    fn a_line_break_in_what_the_other_side_said_goes_nowhere() {
        let Some(Heard::Request(request)) =
            read(b"INVITE sip:a SIP/2.0\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\nFrom: <sip:b>;tag=1\r\nTo: <sip:a>\r\nCall-ID: c\r\nCSeq: 1 INVITE\r\n\r\n")
        else {
            panic!("a request")
        };
        let ringing = text(&words().reply(&request, "180 Ringing").unwrap());
        assert!(ringing.starts_with("SIP/2.0 180 Ringing\r\nVia: SIP/2.0/UDP h;branch=z9hG4bKq\r\n"), "{ringing}");
        assert!(ringing.contains("\r\nTo: <sip:a>;tag="), "{ringing}");
    }
}
