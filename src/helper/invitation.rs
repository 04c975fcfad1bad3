//! The invitation: what the office asks a walker to do, as data and as a code. It names one office, one phone system
//! and some of its rows, and holds the secret that proves the answer.

use std::net::{IpAddr, Ipv4Addr};

use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::{SignedDuration, Timestamp};
use sha2::Sha256;

use crate::domain::catalog;
use crate::domain::message::{InvitationView, InviteOrder, Problem};
use crate::domain::probe::Fingerprint;
use crate::domain::report::Walker;
use crate::domain::service::{PortRange, Profile, ProfileId, Service, ServiceId};
use crate::domain::voice;
use crate::helper::bits::{Bits, short_hash};
use crate::helper::doors;
use crate::helper::letters::{self, Kind};

pub use crate::domain::invitation::{Invitation, RunTag};
pub use crate::helper::letters::CodeError;
use crate::helper::result;
pub use crate::helper::result::{Door, WalkResult, which_run};

/// 2026-01-01T00:00:00Z. Times in codes count from here.
pub(super) const EPOCH: i64 = 1_767_225_600;

/// Expiry is told in steps of ten minutes.
const STEP_SECS: i64 = 600;

/// Bits of the expiry: enough until 2105.
const EXPIRY_BITS: usize = 22;

/// How long a colleague has, who may have to fetch the program first.
const COLLEAGUE: SignedDuration = SignedDuration::from_hours(24);

/// How long a step outside may take.
const STEP_OUTSIDE: SignedDuration = SignedDuration::from_hours(1);

const fn valid_for(walker: Walker) -> SignedDuration {
    match walker {
        Walker::StepOutside => STEP_OUTSIDE,
        Walker::Colleague | Walker::Helper => COLLEAGUE,
    }
}

/// Most rows that the mask can name; with more the code would be longer than sixty letters.
pub const MOST_ROWS: usize = 40;

impl Invitation {
    /// Makes an invitation from an order. `secret` is fresh random; `first_fingerprint` belongs to the row that
    /// [`doors::first_knocked`] names.
    pub fn new(
        order: &InviteOrder,
        now: Timestamp,
        secret: [u8; 10],
        first_fingerprint: Option<Fingerprint>,
    ) -> Result<Self, Problem> {
        let Some(address) = v4(order.address) else {
            return Err(Problem::new("invite-needs-ipv4").with("address", order.address));
        };
        let profile = known_profile(order.walker, &order.profile)
            .ok_or_else(|| Problem::new("unknown-phone-system").with("system", &order.profile))?;
        let chosen = doors::selectable(profile).filter(|s| order.services.contains(&s.id));
        let services: Vec<ServiceId> = chosen.map(|s| s.id.clone()).collect();
        if doors::first_knocked(profile, &services).is_none() {
            return Err(Problem::new("invite-nothing-to-knock"));
        }
        let expires = now.checked_add(valid_for(order.walker)).unwrap_or(Timestamp::MAX);
        // The usual range need not be named, and a code without it is one that every program reads.
        let usual = doors::selectable(profile).find(|s| s.is_voice_of_calls() && services.contains(&s.id));
        let differs = |own: &PortRange| voice::can_be_asked(*own) && usual.is_some_and(|s| s.ports() != *own);
        Ok(Self {
            address: IpAddr::V4(address),
            profile: order.profile.clone(),
            services,
            expires: from_steps(steps(expires)),
            walker: order.walker,
            secret,
            first_fingerprint,
            voice_ports: order.voice_ports.filter(differs),
        })
    }

    /// Nobody walked before this: when the code was made, to ten minutes.
    pub fn made_after(&self) -> Timestamp {
        let longest = valid_for(self.walker) + SignedDuration::from_secs(STEP_SECS);
        self.expires.checked_sub(longest).unwrap_or(Timestamp::MIN)
    }

    /// The code to hand over: 48 to 60 letters in groups of six, and up to 72 where it names a voice range.
    pub fn encode(&self) -> String {
        let version = if self.voice_ports.is_some() { letters::WITH_VOICE } else { letters::VERSION };
        letters::seal(version, Kind::Invitation, self.profile_hash(), &self.body())
    }

    /// Reads a pasted code. Whether it expired or was used is for [`Invitation::still_good`] to say.
    pub fn decode(code: &str) -> Result<Self, CodeError> {
        let opened = result::open(code, Kind::Invitation)?;
        let profile = catalog::profiles().iter().find(|p| hash_of_id(&p.id) == opened.lead);
        let profile = profile.ok_or(CodeError::OtherVersion)?;
        let mut body = opened.body.reader();
        if body.take_u16()? != hash_of_rows(profile) {
            return Err(CodeError::OtherVersion);
        }
        let address = Ipv4Addr::from(body.take_bytes::<4>()?);
        let expires = from_steps(body.take(EXPIRY_BITS)?);
        let walker = match body.take(2)? {
            0 => Walker::Colleague,
            1 => Walker::StepOutside,
            2 => Walker::Helper,
            _ => return Err(CodeError::Changed),
        };
        let known = body.take(1)? == 1;
        let fingerprint = body.take_u16()?;
        let secret = body.take_bytes()?;
        let mut services = Vec::new();
        for row in doors::selectable(profile).take(MOST_ROWS) {
            if body.take(1)? == 1 {
                services.push(row.id.clone());
            }
        }
        let voice_ports = match opened.version {
            letters::WITH_VOICE => Some(PortRange::from((body.take_u16()?, body.take_u16()?))),
            _ => None,
        };
        if voice_ports.is_some_and(|range| !voice::can_be_asked(range)) {
            return Err(CodeError::Changed);
        }
        body.finish()?;
        Ok(Self {
            address: IpAddr::V4(address),
            profile: profile.id.clone(),
            services,
            expires,
            walker,
            secret,
            first_fingerprint: known.then_some(Fingerprint(fingerprint)),
            voice_ports,
        })
    }

    /// What its reader is shown before agreeing.
    pub fn view(&self) -> InvitationView {
        let rows = self.known_profile().map(|p| doors::rows(p, &self.services)).unwrap_or_default();
        let services = rows.into_iter().filter(|s| doors::can_be_knocked(s)).map(|s| s.id.clone()).collect();
        InvitationView { address: self.address, profile: self.profile.clone(), services, expires: self.expires }
    }

    /// True when it is too old.
    pub fn is_expired(&self, now: Timestamp) -> bool {
        now > self.expires
    }

    /// Refuses an invitation that expired or was used.
    pub fn still_good(&self, now: Timestamp, used: Use) -> Result<(), CodeError> {
        if self.is_expired(now) {
            return Err(CodeError::Expired { since: self.expires });
        }
        match used {
            Use::Fresh => Ok(()),
            Use::Used => Err(CodeError::Used),
        }
    }

    /// The row that `first_fingerprint` belongs to.
    pub fn first_service(&self) -> Option<ServiceId> {
        doors::first_knocked(self.known_profile()?, &self.services).map(|s| s.id.clone())
    }

    /// Sixteen bits by which the office finds the invitation that a result answers. They tell nothing of the secret.
    pub fn run_tag(&self) -> RunTag {
        let proof = self.proof(b"run", &[]);
        RunTag(proof.iter().take(2).fold(0, |tag, byte| tag << 8 | u16::from(*byte)))
    }

    /// Its voice rows, each with the range in which a walker asks and a witness stands.
    pub fn voices(&self) -> impl Iterator<Item = (&'static Service, PortRange)> {
        self.known_profile().into_iter().flat_map(|p| doors::voices(p, &self.services, self.voice_ports))
    }

    /// Its phone system, if this program knows it.
    pub fn known_profile(&self) -> Option<&'static Profile> {
        known_profile(self.walker, &self.profile)
    }

    /// HMAC-SHA-256 under the secret over `purpose`, the whole invitation and `content`, cut to 80 bits.
    pub(super) fn proof(&self, purpose: &[u8], content: &[u8]) -> [u8; 10] {
        let mut proof = [0; 10];
        let whole = self.mac(purpose, content).finalize().into_bytes();
        for (to, from) in proof.iter_mut().zip(whole) {
            *to = from;
        }
        proof
    }

    /// Compares a proof in constant time.
    pub(super) fn proves(&self, purpose: &[u8], content: &[u8], proof: &[u8; 10]) -> bool {
        self.mac(purpose, content).verify_truncated_left(proof).is_ok()
    }

    fn mac(&self, purpose: &[u8], content: &[u8]) -> Hmac<Sha256> {
        // A key shorter than a block is filled with zeros (RFC 2104), so this is the plain keyed hash.
        let mut key = [0; 64];
        for (to, from) in key.iter_mut().zip(self.secret) {
            *to = from;
        }
        let mut mac = Hmac::new(&key.into());
        mac.update(b"separate-entrance 1 ");
        mac.update(purpose);
        mac.update(b" ");
        mac.update(&self.profile_hash().to_be_bytes());
        mac.update(&self.body().to_bytes());
        mac.update(content);
        mac
    }

    fn profile_hash(&self) -> u16 {
        hash_of_id(&self.profile)
    }

    fn body(&self) -> Bits {
        let profile = self.known_profile();
        let mut body = Bits::default();
        body.put(u64::from(profile.map_or(0, hash_of_rows)), 16);
        // An IPv6 address cannot be told yet; 0.0.0.0 is refused by every walker.
        body.put_bytes(&v4(self.address).unwrap_or(Ipv4Addr::UNSPECIFIED).octets());
        body.put(steps(self.expires), EXPIRY_BITS);
        let walker = match self.walker {
            Walker::Colleague => 0,
            Walker::StepOutside => 1,
            Walker::Helper => 2,
        };
        body.put(walker, 2);
        body.put(u64::from(self.first_fingerprint.is_some()), 1);
        body.put(u64::from(self.first_fingerprint.map_or(0, |f| f.0)), 16);
        body.put_bytes(&self.secret);
        for row in profile.into_iter().flat_map(doors::selectable).take(MOST_ROWS) {
            body.put(u64::from(self.services.contains(&row.id)), 1);
        }
        if let Some(range) = self.voice_ports {
            body.put(u64::from(range.first), 16);
            body.put(u64::from(range.last), 16);
        }
        body
    }
}

/// A walker elsewhere knows the embedded profiles alone, so nothing that an office writes into a file of its own makes
/// another computer knock on it. Who steps outside is the same person on the same computer, and knows their own file.
fn known_profile(walker: Walker, id: &ProfileId) -> Option<&'static Profile> {
    match walker {
        Walker::StepOutside => catalog::profile(id),
        Walker::Colleague | Walker::Helper => catalog::embedded(id),
    }
}

/// Whether an invitation was answered before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Use {
    /// Not yet.
    Fresh,
    /// It was.
    Used,
}

fn v4(ip: IpAddr) -> Option<Ipv4Addr> {
    match ip {
        IpAddr::V4(v4) => Some(v4),
        IpAddr::V6(v6) => v6.to_ipv4_mapped(),
    }
}

/// Steps since the epoch, rounded up, so that a code is never worth less time than was promised.
fn steps(at: Timestamp) -> u64 {
    let most = (1_u64 << EXPIRY_BITS) - 1;
    let secs = at.as_second().saturating_sub(EPOCH).saturating_add(i64::from(at.subsec_nanosecond() > 0));
    u64::try_from(secs).unwrap_or(0).div_ceil(STEP_SECS.unsigned_abs()).min(most)
}

fn from_steps(steps: u64) -> Timestamp {
    let secs = i64::try_from(steps).unwrap_or(0).saturating_mul(STEP_SECS).saturating_add(EPOCH);
    Timestamp::from_second(secs).unwrap_or(Timestamp::MAX)
}

fn hash_of_id(id: &ProfileId) -> u16 {
    short_hash(id.0.as_bytes())
}

/// Changes whenever a row that a walk could be about changes, so that both sides count the same doors.
fn hash_of_rows(profile: &Profile) -> u16 {
    let rows = doors::selectable(profile).chain(doors::locked(profile));
    let line = |s: &crate::domain::service::Service| {
        format!("{} {} {} {:?} {:?}\n", s.id, s.protocol.name(), s.ports(), s.need, s.probe)
    };
    short_hash(rows.map(line).collect::<String>().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_phone_systems_share_a_hash_and_every_one_fits_a_code() {
        let mut hashes: Vec<u16> = catalog::profiles().iter().map(|p| hash_of_id(&p.id)).collect();
        hashes.sort_unstable();
        let all = hashes.len();
        hashes.dedup();
        assert_eq!(hashes.len(), all);
        for profile in catalog::profiles() {
            assert!(doors::selectable(profile).count() <= MOST_ROWS, "{}", profile.id);
        }
    }

    #[test]
    fn expiry_is_rounded_up_once() {
        let now: Timestamp = "2026-11-23T08:34:56.5Z".parse().unwrap();
        let rounded = from_steps(steps(now));
        assert_eq!(rounded.to_string(), "2026-11-23T08:40:00Z");
        assert_eq!(from_steps(steps(rounded)), rounded);
        assert_eq!(steps(Timestamp::MIN), 0);
        assert!(from_steps(steps(Timestamp::MAX)) < Timestamp::MAX);
    }

    #[test]
    fn nobody_walked_before_the_code_was_made() {
        let now: Timestamp = "2026-11-23T08:34:56Z".parse().unwrap();
        for walker in [Walker::Colleague, Walker::StepOutside] {
            let services = vec![crate::domain::service::ServiceId("sip-udp".to_owned())];
            let profile = crate::domain::service::ProfileId("freepbx".to_owned());
            let address = IpAddr::V4(Ipv4Addr::new(11, 22, 33, 2));
            let order = InviteOrder { address, profile, services, walker, voice_ports: None };
            let made = Invitation::new(&order, now, [7; 10], None).unwrap().made_after();
            assert!(made <= now && now.duration_since(made) <= SignedDuration::from_mins(10), "{made}");
        }
    }
}
