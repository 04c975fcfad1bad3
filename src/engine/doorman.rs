//! The doorman test: asks a standing helper for names, sends one letter under each, and asks what arrived. Compares
//! nothing; that is the judge's business.

use std::net::SocketAddr;

use tokio::task::JoinSet;

use super::outside::leaving as leaving_through;
use super::{Office, Voice, now};
use crate::domain::doorman::{DoormanTest, Leaving};
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::probe::Family;
use crate::helper::client;
use crate::helper::doorman::Arrived;
use crate::helper::link::Link;
use crate::net;
use crate::net::doorman::{Letter, Posted, post};

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

    async fn letters(
        &self,
        link: &str,
        leaving: Leaving,
        interface: Option<&str>,
    ) -> Result<Vec<DoormanTest>, Problem> {
        if self.surroundings.practice.is_some() {
            return Err(Problem::new("helper-not-in-practice"));
        }
        let link = Link::parse(link)?;
        let from = leaving_through(&net::adapter::adapters().await, interface)?;
        // Doormen live where addresses are translated, and that is IPv4.
        let nowhere = || Problem::new("helper-unreachable").with("why", "name");
        let place = client::address(&link, Family::Ipv4).await.ok_or_else(nowhere)?;
        let test = client::open_doorman_test(&link, place, &from).await?;

        let mut posting = JoinSet::new();
        for (index, letter) in test.letters.iter().enumerate() {
            let letter = Letter {
                transport: letter.transport,
                target: SocketAddr::new(place.ip(), letter.port),
                call_id: letter.call_id.clone(),
            };
            let (from, surroundings, at) = (from.clone(), self.surroundings.clone(), now());
            posting.spawn(async move { (index, post(&letter, &from, leaving, &surroundings).await, letter, at) });
        }
        let mut posted = posting.join_all().await;
        posted.sort_by_key(|(index, ..)| *index);
        let seen = client::letters_seen(&link, place, &from, &test).await?;
        let told = |(_, posted, letter, at): (usize, Posted, Letter, jiff::Timestamp)| {
            let is_it = |s: &&Arrived| (s.transport, s.port) == (letter.transport, letter.target.port());
            let arrived = seen.iter().find(is_it).cloned();
            DoormanTest {
                transport: letter.transport,
                port: letter.target.port(),
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
        Ok(posted.into_iter().map(told).collect())
    }
}
