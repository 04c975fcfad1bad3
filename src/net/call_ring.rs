//! A played phone that waits quietly, without a keep-alive, until it rings. It rings shortly and then is busy.

use tokio::time::{Duration, Instant};

use crate::net::call::Phone;
use crate::net::call_line::{GLANCE, LONGEST, T1};
use crate::net::call_read::{Heard, Request};

/// How long a phone of ours rings before it says that it is busy.
const OUR_RINGING: Duration = Duration::from_millis(1500);
/// Calls that may come too early before a wait is given up.
const MOST_EARLY: usize = 3;

/// What a person is told during a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// So much longer nobody may call.
    QuietFor(Duration),
    /// Somebody is to dial.
    CallNow,
}

/// How long a wait is, and how often it is told what is left of it.
#[derive(Clone, Copy, Debug)]
pub struct Quiet {
    /// All of it.
    pub whole: Duration,
    /// From one word on what is left to the next.
    pub step: Duration,
}

/// What came of a wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waited {
    /// It rang.
    Rang,
    /// Nobody was heard.
    Quiet,
    /// The person had enough, or it was called too early again and again.
    GivenUp,
}

impl Phone<'_> {
    /// Stays quiet, then waits for a call.
    pub async fn wait_for_ring(
        &mut self,
        quiet: Quiet,
        patience: Duration,
        mut tell: impl AsyncFnMut(Moment),
    ) -> Waited {
        for _ in 0..MOST_EARLY {
            match self.stay_quiet(quiet, &mut tell).await {
                Ok(None) => {
                    tell(Moment::CallNow).await;
                    return match self.next_call(Instant::now() + patience).await {
                        Ok(Some(invite)) => {
                            self.ring(&invite).await;
                            Waited::Rang
                        }
                        Ok(None) => Waited::Quiet,
                        Err(()) => Waited::GivenUp,
                    };
                }
                // Called too early: the way is fresh again, so the wait begins anew.
                Ok(Some(invite)) => self.ring(&invite).await,
                Err(()) => return Waited::GivenUp,
            }
        }
        Waited::GivenUp
    }

    /// A call that comes although nobody should call yet.
    async fn stay_quiet(&self, quiet: Quiet, tell: &mut impl AsyncFnMut(Moment)) -> Result<Option<Request>, ()> {
        let mut left = quiet.whole;
        let mut until = Instant::now();
        while !left.is_zero() {
            tell(Moment::QuietFor(left)).await;
            let step = left.min(quiet.step);
            until += step;
            left -= step;
            if let Some(invite) = self.next_call(until).await? {
                return Ok(Some(invite));
            }
        }
        Ok(None)
    }

    /// The next call that comes until then; an error when the person has enough.
    async fn next_call(&self, until: Instant) -> Result<Option<Request>, ()> {
        let mut buffer = vec![0u8; LONGEST];
        loop {
            let now = Instant::now();
            if (self.order.stop)() {
                return Err(());
            }
            if now >= until {
                return Ok(None);
            }
            let heard = self.hear(&mut buffer, until.min(now + GLANCE)).await;
            if let Ok(Some(Heard::Request(request))) = heard {
                if request.method == "INVITE" {
                    return Ok(Some(request));
                }
                self.answer(&request).await;
            }
        }
    }

    /// Rings shortly, and then is busy, or is no longer called.
    async fn ring(&self, invite: &Request) {
        let until = Instant::now() + OUR_RINGING;
        let mut buffer = vec![0u8; LONGEST];
        self.say(self.words.reply(invite, "180 Ringing").as_deref()).await;
        let mut last = "486 Busy Here";
        while let Ok(Some(heard)) = self.hear(&mut buffer, until).await {
            let Heard::Request(request) = heard else { continue };
            if request.first("call-id") != invite.first("call-id") {
                self.answer(&request).await;
            } else if request.method == "CANCEL" {
                self.say(self.words.reply(&request, "200 OK").as_deref()).await;
                last = "487 Request Terminated";
                break;
            } else if request.method == "INVITE" {
                self.say(self.words.reply(invite, "180 Ringing").as_deref()).await;
            }
        }
        // Said again until it is acknowledged (RFC 3261 section 17.2.1).
        for patience in [T1, 2 * T1] {
            self.say(self.words.reply(invite, last).as_deref()).await;
            let until = Instant::now() + patience;
            while let Ok(Some(heard)) = self.hear(&mut buffer, until).await {
                let Heard::Request(request) = heard else { continue };
                if request.method == "ACK" && request.first("call-id") == invite.first("call-id") {
                    return;
                }
            }
        }
    }
}
