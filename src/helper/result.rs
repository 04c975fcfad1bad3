//! The walker's answer, as data and as a code: what came of each knock, and the proof that it answers this very
//! invitation and was not changed.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use jiff::Timestamp;

use crate::domain::address;
use crate::domain::invitation::{Invitation, RunTag};
use crate::domain::message::Standing;
use crate::domain::office::AddressFrom;
use crate::domain::probe::{Evidence, Fingerprint, Measured, Outcome, Probe, Vantage};
use crate::domain::report::{Street, WalkReport};
use crate::domain::service::{Profile, Service, ServiceId};
use crate::domain::voice::VoiceWalk;
use crate::helper::bits::Bits;
use crate::helper::doors;
use crate::helper::invitation::EPOCH;
use crate::helper::letters::{self, CodeError, Kind};
use crate::helper::result_voice;

/// Purpose of the proof in a result.
pub(super) const PURPOSE: &[u8] = b"result";

/// The same of a result that tells of the voice.
pub(super) const PURPOSE_WITH_VOICE: &[u8] = b"result with voice";

/// Bits of a proof.
const PROOF_BITS: usize = 80;

/// Troubles that a walk can have, as codes for the words. Their places are part of the code's form: only append.
pub const TROUBLES: [&str; 4] = ["no-way-out", "limit", "time", "other"];

/// The word of ours for a trouble: what another program says is shown to people only where it is one of them.
pub(super) fn known_trouble(said: &str) -> &'static str {
    TROUBLES.into_iter().find(|known| *known == said).unwrap_or("other")
}

/// Rows that fit into a code with all their fingerprints (`(63 * 25 - 300) / 20`).
const MOST_ROWS: usize = 60;

/// One row of a walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Door {
    /// The row.
    pub service: ServiceId,
    /// What came of the knock.
    pub outcome: Outcome,
    /// Of the answer; none where the protocol has no identity.
    pub fingerprint: Option<Fingerprint>,
}

/// What a walk found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkResult {
    /// When the walk began; whole seconds.
    pub at: Timestamp,
    /// The walker's own address, where an answer told it or its adapter stands on the street. One that is inside
    /// somebody's network says that the walk was no outside. IPv4.
    pub address: Option<IpAddr>,
    /// Unused ports accepted too.
    pub street_lies: bool,
    /// One of [`TROUBLES`].
    pub trouble: Option<String>,
    /// The selected rows as the profile lists them, then the locked ones.
    pub doors: Vec<Door>,
    /// Voice rows where a witness answered.
    pub voice: Vec<VoiceWalk>,
}

impl WalkResult {
    /// Puts in where the walker stands, where no answer told it, or only the address that this computer has itself: a
    /// doorman at home writes that over what the office saw. What a server out there saw counts as an answer's word
    /// does, and one that stands in the office is told the office's street by it. What a person says counts only where
    /// nothing answered: it names whom to let in, and proves no street.
    pub fn stand(&mut self, standing: Option<Standing>, own: &[IpAddr]) {
        let nothing_answered = self.doors.iter().all(|d| d.outcome != Outcome::Answered);
        let counts = |s: &Standing| match s.from {
            AddressFrom::Stun => true,
            AddressFrom::Typed => nothing_answered,
            AddressFrom::Router | AddressFrom::PhonesUse | AddressFrom::Outside => false,
        };
        let known = standing.filter(|s| counts(s) && s.address.is_ipv4() && address::can_be_street(s.address));
        let seen = known.filter(|s| s.from == AddressFrom::Stun).map(|s| s.address);
        let told = self.address.map(|told| seen.filter(|_| own.contains(&told)).unwrap_or(told));
        self.address = told.or(known.map(|s| s.address));
    }

    /// Moved between when it was asked for and now: clocks at home go wrong, and a walk of another hour counts no more.
    #[must_use]
    pub fn between(mut self, asked: Timestamp, now: Timestamp) -> Self {
        self.at = self.at.max(asked).min(now);
        for walk in &mut self.voice {
            walk.at = self.at;
        }
        self
    }

    /// The code to hand back.
    pub fn encode(&self, invitation: &Invitation) -> String {
        let mut body = Bits::default();
        let secs = self.at.as_second().saturating_sub(EPOCH).clamp(0, i64::from(u32::MAX));
        body.put(secs.unsigned_abs(), 32);
        let address = match self.address {
            Some(IpAddr::V4(v4)) => Some(v4),
            Some(IpAddr::V6(v6)) => v6.to_ipv4_mapped(),
            None => None,
        };
        body.put(u64::from(address.is_some()), 1);
        if let Some(address) = address {
            body.put_bytes(&address.octets());
        }
        body.put(u64::from(self.street_lies), 1);
        let trouble = self
            .trouble
            .as_ref()
            .map_or(0, |t| 1 + TROUBLES.iter().position(|known| known == t).unwrap_or(TROUBLES.len() - 1));
        body.put(trouble as u64, 4);
        for row in rows(invitation) {
            let door = self.doors.iter().find(|d| d.service == row.id);
            let outcome = door.map_or(Outcome::NotChecked, |d| d.outcome);
            body.put(number(outcome), 3);
            if outcome == Outcome::Answered {
                let fingerprint = door.and_then(|d| d.fingerprint);
                body.put(u64::from(fingerprint.is_some()), 1);
                if let Some(Fingerprint(fingerprint)) = fingerprint {
                    body.put(u64::from(fingerprint), 16);
                }
            }
        }
        // Without a word of the voice the code is one that every program reads.
        let (version, purpose) = if self.voice.is_empty() {
            (letters::VERSION, PURPOSE)
        } else {
            for (row, _) in invitation.voices() {
                let room = letters::MOST_BITS.saturating_sub(body.len() + PROOF_BITS);
                result_voice::put(&mut body, self.voice.iter().find(|v| v.service == row.id), room);
            }
            (letters::WITH_VOICE, PURPOSE_WITH_VOICE)
        };
        body.put_bytes(&invitation.proof(purpose, &body.to_bytes()));
        letters::seal(version, Kind::Result, invitation.run_tag().0, &body)
    }

    /// Reads a pasted result and checks that it answers `invitation` and was not changed.
    pub fn decode(code: &str, invitation: &Invitation) -> Result<Self, CodeError> {
        let opened = open(code, Kind::Result)?;
        if RunTag(opened.lead) != invitation.run_tag() {
            return Err(CodeError::Foreign);
        }
        let mut body = opened.body.reader();
        let mut read = Bits::default();
        let mut take = |count: usize| body.take_noted(count, &mut read);
        let secs = i64::try_from(take(32)?).unwrap_or(0);
        let at = Timestamp::from_second(secs.saturating_add(EPOCH)).map_err(|_| CodeError::Changed)?;
        let address = match take(1)? {
            0 => None,
            _ => Some(IpAddr::V4(Ipv4Addr::from_bits(u32::try_from(take(32)?).unwrap_or(0)))),
        };
        let street_lies = take(1)? == 1;
        let trouble = match take(4)? {
            0 => None,
            place => {
                let place = usize::try_from(place).unwrap_or(usize::MAX) - 1;
                Some((*TROUBLES.get(place).ok_or(CodeError::Changed)?).to_owned())
            }
        };
        let mut doors = Vec::new();
        for row in rows(invitation) {
            let outcome = outcome(take(3)?)?;
            let known = outcome == Outcome::Answered && take(1)? == 1;
            let fingerprint = if known { Some(Fingerprint(u16::try_from(take(16)?).unwrap_or(0))) } else { None };
            doors.push(Door { service: row.id.clone(), outcome, fingerprint });
        }
        let mut voice = Vec::new();
        let mut purpose = PURPOSE;
        if opened.version == letters::WITH_VOICE {
            purpose = PURPOSE_WITH_VOICE;
            for (row, ports) in invitation.voices() {
                let told = result_voice::take(&mut take, &row.id, at, address)?;
                // Nobody was asked about other ports.
                if told.as_ref().is_some_and(|told| !told.is_about(ports)) {
                    return Err(CodeError::Changed);
                }
                voice.extend(told);
            }
        }
        let proof = body.take_bytes()?;
        body.finish()?;
        if !invitation.proves(purpose, &read.to_bytes(), &proof) {
            return Err(CodeError::Changed);
        }
        Ok(Self { at, address, street_lies, trouble, doors, voice })
    }

    /// The walk as the report tells it.
    pub fn report(&self, invitation: &Invitation) -> WalkReport {
        let street = match self.address {
            Some(own) if own == invitation.address || address::is_inside(own) => Street::Same,
            Some(_) => Street::Other,
            None => Street::Unknown,
        };
        WalkReport {
            walker: invitation.walker,
            at: self.at,
            address: self.address,
            street,
            answered_before: None,
            street_lies: self.street_lies,
            trouble: self.trouble.clone(),
        }
    }

    /// The knocks as evidence, on the office's side. Rows that nobody asked leave none.
    pub fn evidence(&self, invitation: &Invitation) -> Vec<Evidence> {
        let found = rows(invitation).into_iter().filter_map(|row| {
            let door = self.doors.iter().find(|d| d.service == row.id && d.outcome != Outcome::NotChecked)?;
            let probe = Probe {
                service: Some(row.id.clone()),
                kind: row.probe,
                transport: row.protocol,
                target: SocketAddr::new(invitation.address, row.port_start),
                vantage: Vantage::Outside,
            };
            let measured =
                Measured { fingerprint: door.fingerprint, asker: self.address, ..Measured::bare(door.outcome) };
            Some(Evidence::of(&probe, measured, self.at, 0))
        });
        let heard = |profile| self.voice.iter().filter_map(move |v| voice_evidence(invitation.address, profile, v));
        found.chain(invitation.known_profile().into_iter().flat_map(heard)).collect()
    }
}

/// A walk along a voice range as evidence: answered when all that was asked passed.
pub(super) fn voice_evidence(office: IpAddr, profile: &Profile, walk: &VoiceWalk) -> Option<Evidence> {
    let row = profile.service(&walk.service)?;
    let probe = Probe {
        service: Some(row.id.clone()),
        kind: row.probe,
        transport: row.protocol,
        target: SocketAddr::new(office, walk.ports.first),
        vantage: Vantage::Outside,
    };
    let outcome = if walk.missing_ports == 0 { Outcome::Answered } else { Outcome::Silent };
    Some(Evidence::of(&probe, Measured { asker: walk.asker, ..Measured::bare(outcome) }, walk.at, 0))
}

/// Which invitation a pasted result answers.
pub fn which_run(code: &str) -> Result<RunTag, CodeError> {
    open(code, Kind::Result).map(|opened| RunTag(opened.lead))
}

/// The same of any answer, and which kind it is.
pub fn which_answer(code: &str) -> Result<(Kind, RunTag), CodeError> {
    let opened = letters::open(code)?;
    match opened.kind {
        Kind::Result | Kind::Call => Ok((opened.kind, RunTag(opened.lead))),
        Kind::Invitation => Err(CodeError::WrongKind { found: Kind::Invitation, wanted: Kind::Result }),
    }
}

/// Opens a code of this kind, and no other.
pub(super) fn open(code: &str, wanted: Kind) -> Result<letters::Opened, CodeError> {
    let opened = letters::open(code)?;
    if opened.kind == wanted { Ok(opened) } else { Err(CodeError::WrongKind { found: opened.kind, wanted }) }
}

fn rows(invitation: &Invitation) -> Vec<&'static Service> {
    let rows = invitation.known_profile().map(|p| doors::rows(p, &invitation.services)).unwrap_or_default();
    rows.into_iter().take(MOST_ROWS).collect()
}

const fn number(outcome: Outcome) -> u64 {
    match outcome {
        Outcome::Answered => 0,
        Outcome::Refused => 1,
        Outcome::Silent => 2,
        Outcome::Unreachable => 3,
        Outcome::Failed => 4,
        Outcome::NotChecked => 5,
    }
}

const fn outcome(number: u64) -> Result<Outcome, CodeError> {
    Ok(match number {
        0 => Outcome::Answered,
        1 => Outcome::Refused,
        2 => Outcome::Silent,
        3 => Outcome::Unreachable,
        4 => Outcome::Failed,
        5 => Outcome::NotChecked,
        _ => return Err(CodeError::Changed),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalog;
    use crate::domain::report::Walker;
    use crate::domain::service::ProfileId;

    #[test]
    fn a_walk_seen_from_inside_was_no_outside() {
        let invitation = Invitation {
            address: "11.22.33.2".parse().unwrap(),
            profile: ProfileId("freepbx".into()),
            services: Vec::new(),
            expires: Timestamp::from_second(EPOCH + 10).unwrap(),
            walker: Walker::Colleague,
            secret: [7; 10],
            first_fingerprint: None,
            voice_ports: None,
        };
        for (address, street) in [
            (None, Street::Unknown),
            (Some("11.22.33.60"), Street::Other),
            (Some("11.22.33.2"), Street::Same),
            (Some("192.168.77.1"), Street::Same),
            (Some("100.64.0.9"), Street::Same),
        ] {
            let address = address.map(|a| a.parse().unwrap());
            let at = Timestamp::from_second(EPOCH).unwrap();
            let result =
                WalkResult { at, address, street_lies: false, trouble: None, doors: Vec::new(), voice: Vec::new() };
            let read = WalkResult::decode(&result.encode(&invitation), &invitation).unwrap();
            assert_eq!((read.report(&invitation).street, read.address), (street, address));
        }
    }

    #[test]
    fn a_walker_who_says_where_they_stand_proves_no_street() {
        let silent = |outcome| WalkResult {
            at: Timestamp::from_second(EPOCH).unwrap(),
            address: None,
            street_lies: false,
            trouble: None,
            doors: vec![Door { service: ServiceId("iax2".into()), outcome, fingerprint: None }],
            voice: Vec::new(),
        };
        let home = || Some("11.22.33.60".parse().unwrap());
        let says = |from, address: &str| Some(Standing { address: address.parse().unwrap(), from });
        for (outcome, standing, known) in [
            (Outcome::Silent, says(AddressFrom::Typed, "11.22.33.60"), home()),
            (Outcome::Answered, says(AddressFrom::Typed, "11.22.33.60"), None),
            (Outcome::Answered, says(AddressFrom::Stun, "11.22.33.60"), home()),
            (Outcome::Silent, says(AddressFrom::Stun, "192.168.1.5"), None),
            (Outcome::Silent, says(AddressFrom::Typed, "2a00::1"), None),
            (Outcome::Silent, None, None),
        ] {
            let mut result = silent(outcome);
            result.stand(standing, &[]);
            assert_eq!(result.address, known, "{outcome:?} {standing:?}");
        }
        let own = ["192.168.0.5".parse().unwrap()];
        let stood = |told: &str, from| {
            let mut walk = WalkResult { address: told.parse().ok(), ..silent(Outcome::Answered) };
            walk.stand(says(from, "11.22.33.60"), &own);
            walk.address.unwrap().to_string()
        };
        assert_eq!(stood("11.22.33.70", AddressFrom::Stun), "11.22.33.70", "an answer's word comes first");
        assert_eq!(
            stood("192.168.0.5", AddressFrom::Stun),
            "11.22.33.60",
            "no office sees that address of somebody else"
        );
        assert_eq!(stood("192.168.0.5", AddressFrom::Typed), "192.168.0.5", "a word proves no street");
        assert_eq!(stood("192.168.77.1", AddressFrom::Stun), "192.168.77.1", "turned round by the office's router");
    }

    #[test]
    fn a_walk_was_made_between_being_asked_for_and_now() {
        let second = |n: i64| Timestamp::from_second(EPOCH + n).unwrap();
        for (said, counted) in [(50, 100), (100, 100), (150, 150), (200, 200), (9000, 200)] {
            let (at, address) = (second(said), None);
            let walked = WalkResult { at, address, street_lies: false, trouble: None, doors: vec![], voice: vec![] };
            assert_eq!(walked.between(second(100), second(200)).at, second(counted));
        }
    }

    #[test]
    fn every_row_of_every_phone_system_fits_a_result() {
        for profile in catalog::profiles() {
            let all: Vec<ServiceId> = doors::selectable(profile).map(|s| s.id.clone()).collect();
            assert!(doors::rows(profile, &all).len() <= MOST_ROWS, "{}", profile.id);
        }
    }
}
