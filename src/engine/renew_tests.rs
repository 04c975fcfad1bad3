//! Taking out and putting in again at a router that will not have it back as it was asked for.

use tokio::sync::mpsc;

use super::*;
use crate::domain::office::{MappingList, PortMapping};
use crate::domain::service::{ServiceId, Transport};
use crate::net;
use crate::practice::{self, MappingStory};
use crate::store::Store;

/// Longer than the practice router takes (605).
const TOO_LONG: &str = "Separate Entrance, for calls of phones outside, made by the owner's own wish";

/// An entrance that was asked for with the first description and is listed with the second, repaired: what came of it,
/// what the router lists then, and what the journal says.
async fn repaired(asked: &str, listed: &str) -> (ChangeResult, Vec<PortMapping>, JournalState) {
    let mut story = practice::scenario("nothing-opened").unwrap().clone();
    story.router.mappings = vec![MappingStory {
        protocol: Transport::Udp,
        ports: (5060, 5060).into(),
        to: [192, 168, 77, 20].into(),
        inside_port: None,
        lease: 0,
        enabled: true,
        description: listed.to_owned(),
    }];
    let office = practice::open(&story, now).await.unwrap();
    let surroundings = office.surroundings.clone();
    let adapters = surroundings.practice.as_ref().unwrap().adapters.clone();
    let (sender, mut found) = mpsc::channel(1);
    let router = tokio::select! {
        biased;
        router = found.recv() => router.unwrap(),
        _ = net::igd::find(&adapters, None, &surroundings, sender) => panic!("no router"),
    };
    let (lines, _) = router.list().await;
    let folder = tempfile::tempdir().unwrap();
    let (kept, _) = Store::open(Some(folder.path().to_owned())).unwrap();
    let mut here = Office::new(surroundings, None, kept);
    here.store.journal_mut().begin(now()).unwrap();
    let change = Change {
        service: ServiceId("sip-udp".to_owned()),
        external_port: 5060,
        protocol: Transport::Udp,
        internal_client: [192, 168, 77, 20].into(),
        lease_seconds: 0,
        description: asked.to_owned(),
    };
    let mut entry = JournalEntry {
        id: JournalId(1),
        at: now(),
        gateway: router.gateway.address,
        gateway_id: router.id.clone(),
        change,
        state: JournalState::Made,
        read_back: lines.first().cloned(),
        made_at: Some(now()),
        claim: None,
        unique_id: None,
        was_free: false,
        gone_at: None,
    };
    entry.id = here.store.journal_mut().add(entry.clone()).unwrap();
    let ended = here.repair_line(&router, entry).await;
    let (lines, list) = router.list().await;
    assert_eq!(list, MappingList::Whole);
    (ended, lines, here.store.journal().entries()[0].state)
}

#[tokio::test]
async fn what_cannot_be_put_in_as_asked_is_put_back_as_it_was_listed() {
    let (ended, lines, state) = repaired(TOO_LONG, "Calls").await;
    assert_eq!((ended.result, ended.hindrance), (ChangeOutcome::Repaired, None));
    assert_eq!(
        lines.iter().map(|l| l.description.as_str()).collect::<Vec<_>>(),
        ["Calls"],
        "the old entry stands again"
    );
    assert_eq!(state, JournalState::Made);
}

#[tokio::test]
async fn what_cannot_be_put_back_at_all_is_said_with_the_routers_number() {
    let (ended, lines, state) = repaired(TOO_LONG, TOO_LONG).await;
    assert_eq!((ended.result, ended.hindrance), (ChangeOutcome::Failed, Some(Hindrance::NotPutBack)));
    assert_eq!((ended.code, lines.len(), state), (Some(605), 0, JournalState::NotMade));
}
