//! What a router answered to a request for an entrance, against what it lists afterwards: only the list makes an entrance
//! *opened*. Nothing here talks to a router.

use crate::domain::change::{Change, ChangeOutcome, ChangeResult, Hindrance};
use crate::domain::office::PortMapping;
use crate::domain::probe::Family;

/// UPnP error: only permanent leases (version 1).
const ONLY_PERMANENT: u16 = 725;
/// UPnP error: something in the request is not liked.
const INVALID_ARGS: u16 = 402;
/// The longest lease of version 2: seven days.
const LONGEST_LEASE: u32 = 604_800;

/// What a router answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No, with this UPnP error.
    No(u16),
    /// Nothing, or nothing that tells.
    Nothing,
}

/// What the router says about one port.
#[derive(Clone, Debug, PartialEq)]
pub enum Held {
    /// Nobody.
    Free,
    /// By this line.
    By(PortMapping),
    /// It could not be read.
    Unknown,
}

impl Change {
    /// What to ask once more after this refusal: some routers take only entries without an end, some only entries with
    /// one, and of these some say no more than that they do not like the request (tailscale#15223, net-tools#52).
    pub fn instead(&self, code: u16) -> Option<Self> {
        let lease_seconds = match (code, self.lease_seconds) {
            (ONLY_PERMANENT | INVALID_ARGS, 1..) => 0,
            (INVALID_ARGS, 0) => LONGEST_LEASE,
            _ => return None,
        };
        Some(Self { lease_seconds, ..self.clone() })
    }
}

/// True for a line that leads where the change wants it.
pub fn leads_as_wished(line: &PortMapping, change: &Change) -> bool {
    line.internal_client == change.internal_client && line.internal_port == change.external_port && line.enabled
}

/// How a change ended, with nothing else known.
pub fn result(change: &Change, outcome: ChangeOutcome, hindrance: Option<Hindrance>) -> ChangeResult {
    ChangeResult {
        service: change.service.clone(),
        external_port: change.external_port,
        protocol: change.protocol,
        family: Family::of(change.internal_client),
        result: outcome,
        code: None,
        hindrance,
        held_by: None,
        lease_seconds: None,
        permanent_only: false,
        denial: None,
        silent_at: None,
    }
}

/// Refused, because somebody else has the port.
pub fn held_by_another(change: &Change, line: &PortMapping, code: Option<u16>) -> ChangeResult {
    let mut ended = result(change, ChangeOutcome::Refused, Some(Hindrance::AnotherDevice));
    ended.held_by = Some(line.internal_client);
    ended.code = code;
    ended
}

/// The router's answer against what it lists afterwards. Only the list makes an entrance *opened*.
pub fn judge_answer(change: &Change, answer: Answer, after: &Held) -> ChangeResult {
    let code = match answer {
        Answer::No(code) => Some(code),
        Answer::Yes | Answer::Nothing => None,
    };
    match (after, answer) {
        (Held::By(line), _) if leads_as_wished(line, change) => result(change, ChangeOutcome::Opened, None),
        (Held::By(line), _) => held_by_another(change, line, code),
        (Held::Free, Answer::Yes) => result(change, ChangeOutcome::Refused, Some(Hindrance::DoesNotReadBack)),
        (Held::Free, Answer::No(_)) => {
            let mut refused = result(change, ChangeOutcome::Refused, Some(Hindrance::NobodyHoldsIt));
            refused.code = code;
            refused
        }
        (Held::Unknown, Answer::No(_)) => {
            let mut refused = result(change, ChangeOutcome::Refused, None);
            refused.code = code;
            refused
        }
        (Held::Unknown, Answer::Yes) | (Held::Free | Held::Unknown, Answer::Nothing) => {
            result(change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer))
        }
    }
}

/// How it ended where the list still has what was to be taken out. Where permission is asked for, a router says 606, or
/// 714 as if nothing were there (`field-notes.md` 5.1).
pub fn not_taken_out(change: &Change, answer: Answer) -> ChangeResult {
    match answer {
        Answer::No(code) => ChangeResult { code: Some(code), ..result(change, ChangeOutcome::Refused, None) },
        // It said yes and did not do it.
        Answer::Yes => result(change, ChangeOutcome::Refused, Some(Hindrance::DoesNotReadBack)),
        Answer::Nothing => result(change, ChangeOutcome::Failed, Some(Hindrance::NoAnswer)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::service::{ServiceId, Transport};

    fn change(lease_seconds: u32) -> Change {
        Change {
            service: ServiceId("sip-udp".to_owned()),
            external_port: 5060,
            protocol: Transport::Udp,
            internal_client: [192, 168, 77, 20].into(),
            lease_seconds,
            description: "test".to_owned(),
        }
    }

    #[test]
    fn another_end_is_asked_for_once_and_only_where_that_is_the_trouble() {
        let lease = |code: u16, asked: u32| change(asked).instead(code).map(|c| c.lease_seconds);
        assert_eq!((lease(725, 3600), lease(402, 3600)), (Some(0), Some(0)), "only entries without an end");
        assert_eq!(lease(402, 0), Some(LONGEST_LEASE), "only entries with one");
        for code in [401, 501, 600, 605, 606, 714, 715, 716, 718, 724, 726, 727, 728, 729, 732] {
            assert_eq!((lease(code, 0), lease(code, 3600)), (None, None), "{code}");
        }
        assert_eq!(lease(725, 0), None);
    }

    #[test]
    fn what_a_router_will_not_take_out_is_told_by_its_own_reason() {
        let told = |answer| {
            let ended = not_taken_out(&change(0), answer);
            (ended.result, ended.code, ended.hindrance)
        };
        for code in [606, 714] {
            assert_eq!(told(Answer::No(code)), (ChangeOutcome::Refused, Some(code), None));
        }
        assert_eq!(told(Answer::Yes), (ChangeOutcome::Refused, None, Some(Hindrance::DoesNotReadBack)));
        assert_eq!(told(Answer::Nothing), (ChangeOutcome::Failed, None, Some(Hindrance::NoAnswer)));
    }
}
