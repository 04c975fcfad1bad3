//! Our own invitations, with the secrets that prove their answers, until they are answered or long over.

use std::net::IpAddr;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::domain::invitation::{Invitation, RunTag};
use crate::domain::report::Walker;
use crate::store::files::{FORM, Folder, Format};
use crate::store::{Store, StoreError};

pub(super) const FILE: &str = "invitations.json";

/// A result may come back days after the walk; a month later nobody waits for it.
const KEPT_AFTER_EXPIRY: SignedDuration = SignedDuration::from_hours(30 * 24);

/// Newest kept.
const MOST_INVITATIONS: usize = 200;

/// As they stand on disk.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Book {
    schema_version: u32,
    invitations: Vec<Kept>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    tag: RunTag,
    used: bool,
    invitation: Invitation,
}

impl Default for Book {
    fn default() -> Self {
        Self { schema_version: FORM, invitations: Vec::new() }
    }
}

impl Store {
    /// Keeps an invitation under the tag that its answer will carry. Must be on disk before the code is shown.
    pub fn keep_invitation(&mut self, tag: RunTag, invitation: &Invitation, now: Timestamp) -> Result<(), StoreError> {
        self.change_invitations(|book| {
            let over = |k: &Kept| now.duration_since(k.invitation.expires) > KEPT_AFTER_EXPIRY;
            book.invitations.retain(|k| !over(k));
            let surplus = (book.invitations.len() + 1).saturating_sub(MOST_INVITATIONS);
            book.invitations.drain(..surplus);
            book.invitations.push(Kept { tag, used: false, invitation: invitation.clone() });
            Ok(())
        })
    }

    /// The invitation that a result answers. Tags have sixteen bits, so the newest unanswered one comes first. One that
    /// [`Self::answer`] was told of counts as answered in this run of the program.
    pub fn invitation(&self, tag: RunTag) -> Result<Invitation, StoreError> {
        let book = read(&self.folder)?;
        let mut known = book.invitations.iter().rev().filter(|k| k.tag == tag).peekable();
        if known.peek().is_none() {
            return Err(StoreError::NotInvited);
        }
        let fresh = known.find(|k| !k.used && !self.answered.contains(&k.invitation)).ok_or(StoreError::AlreadyUsed)?;
        Ok(fresh.invitation.clone())
    }

    /// Every invitation with this tag, answered or not, the newest first: a call may be played after the walk, and more
    /// than once.
    pub fn invitations(&self, tag: RunTag) -> Result<Vec<Invitation>, StoreError> {
        let known = read(&self.folder)?.invitations.into_iter().rev().filter(|k| k.tag == tag);
        let known: Vec<Invitation> = known.map(|k| k.invitation).collect();
        if known.is_empty() { Err(StoreError::NotInvited) } else { Ok(known) }
    }

    /// The newest code for a colleague, to this address if one is given, that has not expired, answered or not: a witness on the phone
    /// system may stand with it.
    pub fn handed_out(&self, address: Option<IpAddr>, now: Timestamp) -> Option<Invitation> {
        let book = read(&self.folder).ok()?;
        let fits = |i: &Invitation| {
            address.is_none_or(|a| a == i.address) && i.walker == Walker::Colleague && now <= i.expires
        };
        book.invitations.into_iter().rev().map(|kept| kept.invitation).find(fits)
    }

    /// Remembers that an answer was read. It is used up by [`Self::use_answered`] only: where the check ends before it is
    /// kept, the same code can be read again.
    pub fn answer(&mut self, invitation: Invitation) {
        self.answered.push(invitation);
    }

    /// Marks every invitation whose answer was read as answered, now that what it told is kept.
    pub fn use_answered(&mut self) -> Result<(), StoreError> {
        if self.answered.is_empty() {
            return Ok(());
        }
        let answered = self.answered.clone();
        self.change_invitations(|book| {
            let ours = book.invitations.iter_mut().filter(|k| answered.contains(&k.invitation));
            ours.for_each(|k| k.used = true);
            Ok(())
        })?;
        self.answered.clear();
        Ok(())
    }

    /// Marks an invitation as answered: one use.
    pub fn use_invitation(&mut self, invitation: &Invitation) -> Result<(), StoreError> {
        self.change_invitations(|book| {
            // A walk of the office's own may share the secret of a code that was handed out.
            let mut ours = book.invitations.iter_mut().filter(|k| k.invitation == *invitation).peekable();
            if ours.peek().is_none() {
                return Err(StoreError::NotInvited);
            }
            let kept = ours.find(|k| !k.used).ok_or(StoreError::AlreadyUsed)?;
            kept.used = true;
            Ok(())
        })
    }

    fn change_invitations(
        &mut self,
        change: impl FnOnce(&mut Book) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        let _lock = self.folder.lock_shortly()?;
        let mut book = read(&self.folder)?;
        change(&mut book)?;
        self.folder.write(FILE, Format::Json, &book)
    }
}

pub(super) fn read(folder: &Folder) -> Result<Book, StoreError> {
    Ok(folder.read(FILE, Format::Json)?.unwrap_or_default())
}
