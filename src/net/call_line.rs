//! The line of a played phone: sends requests until they are answered, hears messages, and answers what is not its own
//! call, as phones do.

use tokio::time::{Duration, Instant, timeout_at};

use crate::domain::rehearsal::CallTrouble;
use crate::net::call::{Failed, Phone, QUESTION};
use crate::net::call_read::{self, Heard, Request};
use crate::net::call_words::Sent;
use crate::net::sip_read::Reply;
use crate::net::socket;

/// When a datagram without an answer is sent again, each time twice as late (RFC 3261 section 17.1.1.2).
pub(super) const T1: Duration = Duration::from_millis(500);
/// How often it is asked whether the person has had enough.
pub(super) const GLANCE: Duration = Duration::from_millis(100);
/// Longest datagram.
pub(super) const LONGEST: usize = 65_535;

impl Phone<'_> {
    /// Sends a request until it has a final answer.
    pub(super) async fn ask(&mut self, sent: &Sent, limit: Duration) -> Result<(Reply, Vec<u8>), Failed> {
        let is_call = sent.method == "INVITE";
        let until = self.until.min(Instant::now() + limit);
        // Nobody waits longer for a word than for any other question, even where ringing may take its time.
        let mut patience = until.min(Instant::now() + QUESTION);
        let mut pause = T1;
        let mut again = Instant::now();
        let mut buffer = vec![0u8; LONGEST];
        let mut rang = false;
        loop {
            let now = Instant::now();
            if now >= patience || (is_call && (self.order.stop)()) {
                let trouble = if rang { CallTrouble::NobodyPickedUp } else { CallTrouble::NoAnswer };
                return Err(Failed::bare(trouble));
            }
            if now >= again && !rang {
                self.socket.send(&sent.message).await.map_err(|e| Failed::own(&socket::trouble("send", &e)))?;
                again = now + pause;
                pause *= 2;
            }
            let next = patience.min(if rang { now + GLANCE } else { again.min(now + GLANCE) });
            match self.hear(&mut buffer, next).await? {
                Some(Heard::Request(request)) => self.answer(&request).await,
                Some(Heard::Reply(reply, body)) if is_answer(sent, &reply) => {
                    self.asker = self.asker.or_else(|| reply.asker());
                    if reply.is_final() {
                        return Ok((reply, body));
                    }
                    rang = true;
                    patience = until;
                }
                Some(Heard::Reply(..)) | None => {}
            }
        }
    }

    /// The final answer to a request sent before.
    pub(super) async fn hear_reply(&self, sent: &Sent, until: Instant) -> Option<(Reply, Vec<u8>)> {
        let mut buffer = vec![0u8; LONGEST];
        loop {
            match self.hear(&mut buffer, until).await.ok()?? {
                Heard::Reply(reply, body) if reply.is_final() && is_answer(sent, &reply) => return Some((reply, body)),
                Heard::Reply(..) => {}
                Heard::Request(request) => self.answer(&request).await,
            }
        }
    }

    /// The next SIP message; none when nothing came until then.
    pub(super) async fn hear(&self, buffer: &mut [u8], until: Instant) -> Result<Option<Heard>, Failed> {
        loop {
            let Ok(received) = timeout_at(until, socket::receive(&self.socket, buffer)).await else { return Ok(None) };
            let (length, _) = received.map_err(|e| Failed::own(&socket::trouble("receive", &e)))?;
            if let Some(heard) = buffer.get(..length).and_then(call_read::read) {
                return Ok(Some(heard));
            }
        }
    }

    /// What a phone says to a request that is not its call.
    pub(super) async fn answer(&self, request: &Request) {
        let status = match request.method.as_str() {
            "ACK" => return,
            "OPTIONS" | "NOTIFY" | "BYE" | "INFO" | "MESSAGE" => "200 OK",
            "INVITE" => "486 Busy Here",
            "CANCEL" => "481 Call/Transaction Does Not Exist",
            _ => "405 Method Not Allowed",
        };
        self.say(self.words.reply(request, status).as_deref()).await;
    }

    pub(super) async fn say(&self, message: Option<&[u8]>) {
        if let Some(message) = message {
            // A word that does not leave is missed by the other side, and asked for again.
            self.socket.send(message).await.ok();
        }
    }
}

/// True for an answer to this request. Some servers change the letter case of a branch.
fn is_answer(sent: &Sent, reply: &Reply) -> bool {
    let branch = reply.top_via().and_then(|via| via.branch);
    reply.first("call-id") == Some(&sent.call_id)
        && branch.is_some_and(|b| b.eq_ignore_ascii_case(&sent.branch))
        && reply.first("cseq").is_some_and(|c| c.to_ascii_uppercase().ends_with(sent.method))
}
