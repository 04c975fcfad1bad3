//! The doorman test: asks a standing helper for names, sends one letter under each, and asks what arrived. Compares
//! nothing; that is the judge's business.

use std::net::{IpAddr, SocketAddr};

use jiff::Timestamp;
use tokio::task::JoinSet;

use super::outside::leaving as leaving_through;
use super::{Office, Voice, now};
use crate::domain::doorman::{DoormanTest, Leaving};
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::probe::Family;
use crate::helper::client;
use crate::helper::doorman::{Arrived, Ticket};
use crate::helper::link::Link;
use crate::net;
use crate::net::doorman::{Letter, Posted, post};
use crate::practice::Letters;

impl Office {
    pub(super) async fn test_doorman(&self, voice: &Voice, link: &str, leaving: Leaving, interface: Option<&str>) {
        voice.say(Event::Progress { done: 0, total: 1, doing: Doing::Doorman }).await;
        match self.letters(link, leaving, interface).await {
            Ok(tests) => {
                for test in tests {
                    voice.say(Event::Doorman(test)).await;
                }
            }
            Err(problem) => voice.problem(problem).await,
        }
    }

    /// Whoever takes in letters in a practice office.
    pub(super) fn practice_letters(&self) -> Option<&Letters> {
        self.practice.as_ref().and_then(|(office, _)| office.letters.as_ref())
    }

    async fn letters(
        &self,
        link: &str,
        leaving: Leaving,
        interface: Option<&str>,
    ) -> Result<Vec<DoormanTest>, Problem> {
        if self.surroundings.practice.is_some() {
            return self.letters_in_practice().await.ok_or_else(|| Problem::new("helper-not-in-practice"));
        }
        let link = Link::parse(link)?;
        let from = leaving_through(&net::adapter::adapters().await, interface)?;
        // Doormen live where addresses are translated, and that is IPv4.
        let nowhere = || Problem::new("helper-unreachable").with("why", "name");
        let place = client::address(&link, Family::Ipv4).await.ok_or_else(nowhere)?;
        let test = client::open_doorman_test(&link, place, &from).await?;
        let posted = self.post_all(place.ip(), &test, &from, leaving).await;
        let seen = client::letters_seen(&link, place, &from, &test).await?;
        Ok(told(posted, &seen))
    }

    async fn letters_in_practice(&self) -> Option<Vec<DoormanTest>> {
        let letters = self.practice_letters()?;
        let (place, test) = letters.open()?;
        let posted = self.post_all(place, &test, &net::From::default(), Leaving::AnyPort).await;
        Some(told(posted, &letters.seen(&test)?))
    }

    /// Sends all letters side by side.
    async fn post_all(&self, place: IpAddr, test: &Ticket, from: &net::From, leaving: Leaving) -> Vec<Sent> {
        let mut posting = JoinSet::new();
        for (index, letter) in test.letters.iter().enumerate() {
            let letter = Letter {
                transport: letter.transport,
                target: SocketAddr::new(place, letter.port),
                call_id: letter.call_id.clone(),
            };
            let (from, surroundings, at) = (from.clone(), self.surroundings.clone(), now());
            posting.spawn(async move {
                let posted = post(&letter, &from, leaving, &surroundings).await;
                Sent { index, letter, posted, at }
            });
        }
        let mut sent = posting.join_all().await;
        sent.sort_by_key(|s| s.index);
        sent
    }
}

/// One letter, in the order in which the helper named them.
struct Sent {
    index: usize,
    letter: Letter,
    posted: Posted,
    at: Timestamp,
}

/// What was sent beside what arrived.
fn told(sent: Vec<Sent>, seen: &[Arrived]) -> Vec<DoormanTest> {
    let test = |Sent { letter, posted, at, .. }: Sent| {
        let (transport, port) = (letter.transport, letter.target.port());
        let arrived = seen.iter().find(|s| (s.transport, s.port) == (transport, port)).cloned();
        DoormanTest {
            transport,
            port,
            reply: posted.answer.is_some(),
            sent: posted.sent,
            reply_sent: arrived.as_ref().and_then(|s| s.answer.clone()),
            arrived: arrived.and_then(|s| s.arrived),
            reply_arrived: posted.answer,
            trouble: posted.trouble,
            changed: Vec::new(),
            reply_changed: Vec::new(),
            at,
        }
    };
    sent.into_iter().map(test).collect()
}
