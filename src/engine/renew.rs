//! Asking for a lease again: exactly what was approved, only while the journal says that it is ours, read back after it.

use super::change::{Held, held};
use super::{Office, Voice, now};
use crate::domain::change::{Change, JournalEntry, JournalId, JournalState, Missing, Renewal, Renewed};
use crate::domain::message::{Doing, Event};
use crate::domain::office::PortMapping;
use crate::net::igd::{Router, RouterError};

impl Office {
    pub(super) async fn renew(&mut self, voice: &Voice, ids: &[JournalId], missing: Missing) {
        if !self.begin_writing(voice).await {
            return;
        }
        let is_asked = |e: &JournalEntry| ids.contains(&e.id) && e.state == JournalState::Made;
        let entries: Vec<_> = self.store.journal().entries().into_iter().filter(is_asked).collect();
        let total = u32::try_from(entries.len()).unwrap_or(u32::MAX);
        let mut last = None;
        for (done, entry) in (0u32..).zip(&entries) {
            if voice.is_cancelled() {
                break;
            }
            let doing = Doing::Renewing(entry.change.service.clone());
            voice.say(Event::Progress { done, total, doing }).await;
            // The same address in another building is another router.
            let router = self.router(Some(entry.gateway)).await;
            let router = router.filter(|r| entry.gateway_id.is_none() || r.id == entry.gateway_id);
            let ended = match &router {
                Some(router) => self.renew_one(router, entry, missing).await,
                None => renewal(entry, Renewed::Failed, None),
            };
            voice.say(Event::Renewed(ended)).await;
            last = router.or(last);
        }
        if let Some(router) = last {
            self.after_changes(voice, router).await;
        }
    }

    async fn renew_one(&mut self, router: &Router, entry: &JournalEntry, missing: Missing) -> Renewal {
        let change = &entry.change;
        let stands = match held(router, change.external_port, change.protocol).await {
            Held::By(line) if entry.reads_as_written(&line) => Renewed::Renewed,
            Held::By(_) => return renewal(entry, Renewed::ChangedSince, None),
            Held::Free => match missing {
                Missing::PutBack => Renewed::PutBack,
                Missing::LeaveAlone => return renewal(entry, Renewed::Gone, None),
            },
            Held::Unknown => return renewal(entry, Renewed::Failed, None),
        };
        let mut answer = router.add(change).await;
        if matches!(answer, Err(RouterError::Code(super::change::ONLY_PERMANENT))) && change.lease_seconds != 0 {
            answer = router.add(&Change { lease_seconds: 0, ..change.clone() }).await;
        }
        let code = match answer {
            Err(RouterError::Code(code)) => Some(code),
            Ok(()) | Err(RouterError::NoAnswer | RouterError::NotProper(_)) => None,
        };
        match held(router, change.external_port, change.protocol).await {
            Held::By(line) if code.is_none() && entry.reads_as_written(&line) => {
                // The router has it; a journal that cannot be updated only means an earlier next renewal.
                self.store.journal_mut().renewed(entry.id, line.clone(), now()).ok();
                renewal(entry, stands, Some(&line))
            }
            Held::By(_) | Held::Free if code.is_some() || answer.is_ok() => {
                Renewal { code, ..renewal(entry, Renewed::Refused, None) }
            }
            Held::By(_) | Held::Free | Held::Unknown => renewal(entry, Renewed::Failed, None),
        }
    }
}

fn renewal(entry: &JournalEntry, result: Renewed, line: Option<&PortMapping>) -> Renewal {
    Renewal {
        entry: entry.id,
        service: entry.change.service.clone(),
        external_port: entry.change.external_port,
        protocol: entry.change.protocol,
        result,
        code: None,
        lease_seconds: line.map(|l| l.lease_seconds),
    }
}
