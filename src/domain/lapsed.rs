//! What a report proved and is not known to hold any more: a lease has ended since, or something changed. Nothing here is
//! a finding, and nothing of it is saved: a new look tells.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::domain::change::Renewed;
use crate::domain::differences::{is_wanted, list_read_at};
use crate::domain::news::{Happened, News};
use crate::domain::office::PortMapping;
use crate::domain::probe::{Outcome, Vantage};
use crate::domain::report::{Report, ServiceRow, Verdict};
use crate::domain::service::ServiceId;

/// Rows of a report that may be otherwise by now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lapsed {
    rows: BTreeSet<ServiceId>,
    /// The lease that the whole report rests on has ended.
    is_over: bool,
}

/// What stands in the way of a proof until it is gone again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Cause {
    Network,
    RouterAway,
    OtherRouter,
    Street,
    Entrance,
    PhoneSystem,
    Service,
    Cabinet,
}

impl Lapsed {
    /// As far as the clock and what was noticed since tell.
    pub fn of(report: &Report, happened: &[Happened], now: Timestamp) -> Self {
        // A voice that answers only during a call rests on the router's list.
        let counts = |row: &&ServiceRow| is_promised(row) || (is_wanted(row) && row.verdict == Verdict::NotChecked);
        let lapsed = |row: &&ServiceRow| has_run_out(report, row, now) || is_overtaken(report, row, happened, now);
        Self {
            rows: report.services.iter().filter(counts).filter(lapsed).map(|r| r.id.clone()).collect(),
            is_over: report.ready_until.is_some_and(|until| until <= now),
        }
    }

    /// True where anything is not known to hold any more.
    pub fn is_any(&self) -> bool {
        self.is_over || !self.rows.is_empty()
    }

    /// True where this row was said to be as wished, and is not known to be so any more.
    pub fn has(&self, row: &ServiceRow) -> bool {
        is_promised(row) && self.rows.contains(&row.id)
    }
}

/// True where an entrance of the row had a lease, and that has ended.
fn has_run_out(report: &Report, row: &ServiceRow, now: Timestamp) -> bool {
    let its = |l: &&PortMapping| l.enabled && l.is_for(row.protocol, row.ports);
    let mut ends = report.mappings.iter().filter(its).filter_map(|l| l.lease_end(list_read_at(report)));
    is_wanted(row) && ends.any(|end| end <= now)
}

/// Only what is said to be as wished can turn out otherwise.
const fn is_promised(row: &ServiceRow) -> bool {
    matches!(row.verdict, Verdict::Verified | Verdict::Reachable | Verdict::Shut | Verdict::Guarded)
}

fn is_overtaken(report: &Report, row: &ServiceRow, happened: &[Happened], now: Timestamp) -> bool {
    let answered = report.evidence.iter().filter(|e| e.vantage == Vantage::Outside && e.outcome == Outcome::Answered);
    let proofs = answered.filter(|e| e.service.as_ref() == Some(&row.id)).map(|e| e.at);
    // What a clock saw that ran ahead makes no news old.
    let seen_at = proofs.chain([report.started_at]).filter(|at| *at <= now).max();
    let mut causes: BTreeSet<Cause> = BTreeSet::new();
    for line in happened.iter().filter(|h| seen_at.is_none_or(|seen| h.at > seen)) {
        match told(report, row, &line.news) {
            Some((cause, true)) => causes.insert(cause),
            Some((cause, false)) => causes.remove(&cause),
            None => false,
        };
    }
    !causes.is_empty()
}

/// What news say about a row: what stands in its way now, or does no more.
fn told(report: &Report, row: &ServiceRow, news: &News) -> Option<(Cause, bool)> {
    let is_about = |service: &ServiceId| *service == row.id;
    let entrance = match news {
        News::NetworkAway => (Cause::Network, true),
        News::NetworkBack => (Cause::Network, false),
        News::RouterAway { .. } => (Cause::RouterAway, true),
        News::RouterBack { .. } => (Cause::RouterAway, false),
        // Nobody knows what another router keeps locked.
        News::RouterReplaced { .. } => return Some((Cause::OtherRouter, true)),
        News::StreetChanged { now, .. } => (Cause::Street, report.office.public_address != Some(*now)),
        News::RouterForgot { .. } if !is_made_by_hand(report, row) => (Cause::Entrance, true),
        News::EntranceGone { service } | News::LeaseEnded { service } | News::EntranceChanged { service }
            if is_about(service) =>
        {
            (Cause::Entrance, true)
        }
        News::NotRenewed { service, why, .. } if is_about(service) && !stands(why) => (Cause::Entrance, true),
        News::EntranceListed { service } | News::Renewed { service } | News::PutBack { service }
            if is_about(service) =>
        {
            (Cause::Entrance, false)
        }
        News::PhoneSystemMoved { now, .. } => {
            (Cause::PhoneSystem, report.office.phone_system.as_ref().is_none_or(|p| p.address != *now))
        }
        News::PhoneSystemAway { .. } => (Cause::PhoneSystem, true),
        News::PhoneSystemBack { .. } => (Cause::PhoneSystem, false),
        News::Stopped { service } | News::NoLongerProved { service } if is_about(service) => (Cause::Service, true),
        News::Answers { service } | News::Proved { service } if is_about(service) => (Cause::Service, false),
        // Of a cabinet nothing else counts.
        News::Exposed { service } if is_about(service) => return Some((Cause::Cabinet, true)),
        News::LockedAgain { service } if is_about(service) => return Some((Cause::Cabinet, false)),
        News::RouterForgot { .. }
        | News::EntranceGone { .. }
        | News::LeaseEnded { .. }
        | News::EntranceChanged { .. }
        | News::NotRenewed { .. }
        | News::EntranceListed { .. }
        | News::Renewed { .. }
        | News::PutBack { .. }
        | News::Stopped { .. }
        | News::NoLongerProved { .. }
        | News::Answers { .. }
        | News::Proved { .. }
        | News::Exposed { .. }
        | News::LockedAgain { .. }
        | News::VisitorShutOut { .. }
        | News::Solved { .. } => return None,
    };
    is_wanted(row).then_some(entrance)
}

/// A router that forgets what it was asked for keeps the rules that somebody typed.
fn is_made_by_hand(report: &Report, row: &ServiceRow) -> bool {
    report.mappings.iter().any(|l| l.enabled && !l.ours && l.is_for(row.protocol, row.ports))
}

/// True where an entrance that got no more time stands until the time that it has.
fn stands(why: &str) -> bool {
    ![Renewed::Gone, Renewed::ChangedSince].iter().any(|result| result.id() == why)
}

#[cfg(test)]
mod tests {
    use jiff::SignedDuration;

    use super::*;
    use crate::domain::case::Case;
    use crate::domain::judge::judge;
    use crate::domain::office::Answers;
    use crate::domain::service::{Need, ProfileId};

    const CALLS: &str = "sip-udp";
    const CABINET: &str = "ssh";

    fn id(name: &str) -> ServiceId {
        ServiceId(name.to_owned())
    }

    /// Calls proved from outside, one cabinet locked, nothing else known.
    fn report() -> Report {
        let mut case = Case::new(Timestamp::UNIX_EPOCH, Answers::default());
        case.answers.system = Some(ProfileId("freepbx".to_owned()));
        let mut report = judge(&case);
        for row in &mut report.services {
            row.selected = row.id == id(CALLS);
            row.verdict = match row.need {
                Need::Never => Verdict::Shut,
                Need::Required | Need::IfFeature if row.selected => Verdict::Verified,
                Need::Required | Need::IfFeature => Verdict::NotChecked,
            };
        }
        report
    }

    /// What lapses after these news, a minute apart.
    fn after(news: &[News]) -> Vec<&'static str> {
        let report = report();
        let at = |n: i64| report.started_at.checked_add(SignedDuration::from_mins(n)).unwrap();
        let happened: Vec<Happened> =
            (1..).zip(news).map(|(n, news)| Happened { at: at(n), news: news.clone() }).collect();
        let lapsed = Lapsed::of(&report, &happened, at(60));
        let has = |name: &&str| lapsed.has(report.service(name).unwrap());
        let rows: Vec<&str> = [CALLS, CABINET].into_iter().filter(has).collect();
        assert_eq!(lapsed.is_any(), !rows.is_empty(), "{news:?}");
        rows
    }

    #[test]
    fn bad_news_count_until_they_are_over() {
        let router = "192.168.77.1".parse().unwrap();
        let (service, other) = (id(CALLS), id("iax2"));
        let street = |now: &str| News::StreetChanged { was: "203.0.113.7".parse().unwrap(), now: now.parse().unwrap() };
        let not_renewed = |why: Renewed| News::NotRenewed { service: id(CALLS), why: why.id().to_owned(), code: None };
        let gone = News::EntranceGone { service: service.clone() };
        let cases: &[(&[News], &[&str])] = &[
            (&[], &[]),
            (&[News::RouterForgot { router }], &[CALLS]),
            (&[News::RouterForgot { router }, News::PutBack { service: service.clone() }], &[]),
            (&[News::RouterForgot { router }, News::PutBack { service: other.clone() }], &[CALLS]),
            (&[News::EntranceGone { service: other }], &[]),
            (&[gone.clone(), News::RouterAway { router }, News::RouterBack { router }], &[CALLS]),
            (&[gone, News::EntranceListed { service: service.clone() }], &[]),
            (&[News::NetworkAway, News::NetworkBack], &[]),
            (&[News::NetworkAway], &[CALLS]),
            (&[street("203.0.113.9")], &[CALLS]),
            (&[not_renewed(Renewed::Refused)], &[]),
            (&[not_renewed(Renewed::Gone)], &[CALLS]),
            (&[News::Stopped { service: service.clone() }, News::Answers { service }], &[]),
            (&[News::RouterReplaced { was: "A".to_owned(), now: "B".to_owned() }], &[CALLS, CABINET]),
            (&[News::Exposed { service: id(CABINET) }], &[CABINET]),
            (&[News::Exposed { service: id(CABINET) }, News::LockedAgain { service: id(CABINET) }], &[]),
        ];
        for (news, lapsed) in cases {
            assert_eq!(after(news), *lapsed, "{news:?}");
        }
    }
}
