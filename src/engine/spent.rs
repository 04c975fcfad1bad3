//! The ledger of a command at work. What it sent counts, also where the command is broken off in the middle.

use std::ops::{Deref, DerefMut};
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::limits::Ledger;

/// Where the ledger of a command that was broken off is found again.
#[derive(Clone, Debug, Default)]
pub(super) struct Spent(Arc<Mutex<Option<Ledger>>>);

impl Spent {
    /// Of the command that was broken off last, once.
    pub(super) fn take(&self) -> Option<Ledger> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    /// For a command that begins.
    pub(super) fn lend(&self, ledger: Ledger) -> Lent {
        Lent { ledger, spent: self.clone() }
    }
}

/// In the hands of a command.
#[derive(Debug)]
pub(super) struct Lent {
    ledger: Ledger,
    spent: Spent,
}

impl Deref for Lent {
    type Target = Ledger;

    fn deref(&self) -> &Ledger {
        &self.ledger
    }
}

impl DerefMut for Lent {
    fn deref_mut(&mut self) -> &mut Ledger {
        &mut self.ledger
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        *self.spent.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(std::mem::take(&mut self.ledger));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::net::IpAddr;

    #[test]
    fn what_a_command_sent_counts_though_it_was_broken_off() {
        let (office, at): (IpAddr, _) = ("192.0.2.1".parse().unwrap(), "2026-11-23T12:00:00Z".parse().unwrap());
        let spent = Spent::default();
        let room = |ledger: &Ledger| ledger.spare_room(office, at);
        let before = room(&Ledger::default());
        let asking = async {
            let mut ledger = spent.lend(Ledger::default());
            assert!(ledger.take(office, at, 2));
            std::future::pending::<()>().await;
        };
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            tokio::select! {
                biased;
                () = asking => {}
                () = std::future::ready(()) => {}
            }
        });
        let ledger = spent.take().unwrap();
        assert_eq!(room(&ledger), before - 2);
        assert!(spent.take().is_none(), "once");
    }
}
