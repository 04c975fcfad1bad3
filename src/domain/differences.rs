//! What changed between two reports of one office. Only what both of them looked at is compared, so that a knock that
//! was not made again says nothing.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::domain::address;
use crate::domain::news::News;
use crate::domain::office::{Control, Gateway, MappingList, PortMapping};
use crate::domain::probe::Outcome;
use crate::domain::report::{Listed, Looked, Report, ServiceRow, Severity, Verdict};
use crate::domain::service::{Direction, Need, ServiceId};

/// Findings that other news of the same comparison tell better.
const TOLD_OTHERWISE: [&str; 17] = [
    "mapping-disabled",
    "mapping-gone",
    "mapping-missing",
    "mapping-wrong-device",
    "mapping-wrong-port",
    "must-stay-shut-is-open",
    "no-answer-outside",
    "no-network",
    "phone-system-moved",
    "phone-system-silent",
    "phone-web-page-exposed",
    "public-address-changed",
    "router-forgot",
    "router-not-found",
    "service-not-running",
    "visitor-shut-out",
    "wrong-machine-answers",
];

/// Entrances that the owner's answers ask for.
pub(super) fn is_wanted(row: &ServiceRow) -> bool {
    row.selected && row.direction == Direction::Inbound && row.need != Need::Never
}

/// What changed, causes before consequences.
pub fn what_changed(before: &Report, after: &Report) -> Vec<News> {
    let mut news = Vec::new();
    match (has_network(before), has_network(after)) {
        (Some(true), Some(false)) => return vec![News::NetworkAway],
        (Some(false), Some(true)) => news.push(News::NetworkBack),
        (Some(true) | None, Some(true)) | (Some(false) | None, Some(false)) | (_, None) => {}
    }
    let without_network = !news.is_empty();
    // Without a network no router could answer either.
    let router = router_news(before, after);
    news.extend(router.into_iter().filter(|n| !without_network || !matches!(n, News::RouterBack { .. })));
    if is_the_other_system(before, after) {
        return news;
    }
    news.extend(entrance_news(before, after));
    news.extend(phone_system_news(before, after));
    let knocked = knock_news(before, after, &news);
    news.extend(knocked);
    let (were, are) = (exposed(before), exposed(after));
    news.extend(are.difference(&were).map(|id| News::Exposed { service: (*id).clone() }));
    let is_shut = |id: &ServiceId| {
        let row = |report: &Report| report.services.iter().find(|r| r.id == *id).map(|r| r.verdict);
        row(before) != Some(Verdict::Exposed) || row(after) == Some(Verdict::Shut)
    };
    let locked = were.difference(&are).filter(|id| is_shut(id));
    news.extend(locked.map(|id| News::LockedAgain { service: (*id).clone() }));
    news.extend(visitors(after).difference(&visitors(before)).map(|v| News::VisitorShutOut { visitor: v.clone() }));
    news.extend(solved(before, after));
    news
}

/// What a visitor met, where one knocked both times and nothing nearer explains the difference.
fn knock_news(before: &Report, after: &Report, told: &[News]) -> Vec<News> {
    let explains = |news: &News, id: &ServiceId| match news {
        News::EntranceGone { service }
        | News::EntranceChanged { service }
        | News::LeaseEnded { service }
        | News::Stopped { service } => service == id,
        News::RouterForgot { .. } | News::PhoneSystemAway { .. } | News::PhoneSystemMoved { .. } => true,
        News::NetworkAway
        | News::NetworkBack
        | News::RouterAway { .. }
        | News::RouterBack { .. }
        | News::RouterReplaced { .. }
        | News::StreetChanged { .. }
        | News::EntranceListed { .. }
        | News::Renewed { .. }
        | News::PutBack { .. }
        | News::NotRenewed { .. }
        | News::PhoneSystemBack { .. }
        | News::Answers { .. }
        | News::Proved { .. }
        | News::NoLongerProved { .. }
        | News::Exposed { .. }
        | News::LockedAgain { .. }
        | News::VisitorShutOut { .. }
        | News::Solved { .. } => false,
    };
    let mut news = Vec::new();
    for row in after.services.iter().filter(|r| is_wanted(r)) {
        let Some(was) = before.services.iter().find(|r| r.id == row.id) else { continue };
        let service = row.id.clone();
        let was_asked = !matches!(row.outside, Outcome::NotChecked | Outcome::Failed);
        match (was.verdict == Verdict::Verified, row.verdict == Verdict::Verified) {
            (false, true) => news.push(News::Proved { service }),
            (true, false) if was_asked && !told.iter().any(|n| explains(n, &service)) => {
                news.push(News::NoLongerProved { service });
            }
            (true, true | false) | (false, false) => {}
        }
    }
    news
}

/// Rows that are not as wished, neither before nor after.
pub fn still_open(before: &Report, after: &Report) -> Vec<ServiceId> {
    let fine = |row: &ServiceRow| match row.verdict {
        Verdict::Verified | Verdict::Shut | Verdict::Guarded | Verdict::Reachable => true,
        Verdict::WrongHost
        | Verdict::NothingListening
        | Verdict::NoAnswer
        | Verdict::NotChecked
        | Verdict::Exposed
        | Verdict::Blocked => false,
    };
    let was = |id: &ServiceId| before.services.iter().find(|r| r.id == *id).is_some_and(fine);
    let rows = after.services.iter().filter(|r| r.selected || r.need == Need::Never);
    rows.filter(|r| !fine(r) && !was(&r.id)).map(|r| r.id.clone()).collect()
}

fn has_network(report: &Report) -> Option<bool> {
    report.looked.contains(&Looked::Network).then(|| report.office.adapters.iter().any(|a| a.default_route))
}

/// The router, if it answers requests.
fn answering(report: &Report) -> Option<&Gateway> {
    report.office.gateway().filter(|g| g.control != Control::None)
}

fn router_news(before: &Report, after: &Report) -> Vec<News> {
    if !after.looked.contains(&Looked::Router) || !before.looked.contains(&Looked::Router) {
        return Vec::new();
    }
    let name = |g: &Gateway| [&g.manufacturer, &g.model].map(|w| w.clone().unwrap_or_default()).join(" ");
    let mut news = Vec::new();
    match (answering(before), answering(after)) {
        (Some(was), None) => news.push(News::RouterAway { router: was.address }),
        (None, Some(now)) => news.push(News::RouterBack { router: now.address }),
        // A router that was updated calls itself the same.
        (Some(was), Some(now)) if was.model.is_some() && now.model.is_some() && name(was) != name(now) => {
            news.push(News::RouterReplaced { was: name(was), now: name(now) });
        }
        (Some(_), Some(_)) | (None, None) => {}
    }
    if let (Some(was), Some(now)) = (before.office.public_address, after.office.public_address)
        && was != now
        && address::can_be_street(was)
    {
        news.push(News::StreetChanged { was, now });
    }
    news
}

fn entrance_news(before: &Report, after: &Report) -> Vec<News> {
    let mut news = Vec::new();
    let is_listed = |line: &PortMapping| after.mappings.iter().any(|m| m.leads_as(line));
    let read_at = list_read_at(before);
    let had_ended =
        |line: &PortMapping| line.lease_end(read_at).is_some_and(|end| end <= list_read_at(after) && !is_listed(line));
    let mut ours = before.mappings.iter().filter(|l| l.ours).peekable();
    let was_read = after.office.gateway().is_some_and(|g| g.list == MappingList::Whole);
    let forgot = was_read && ours.peek().is_some() && ours.all(|l| !is_listed(l) && !had_ended(l));
    if let Some(router) = after.office.gateway().filter(|_| forgot) {
        news.push(News::RouterForgot { router: router.address });
    }
    for row in after.services.iter().filter(|r| is_wanted(r)) {
        let Some(was) = before.services.iter().find(|r| r.id == row.id) else { continue };
        let mut lines = before.mappings.iter().filter(|l| l.is_for(row.protocol, row.ports)).peekable();
        let service = row.id.clone();
        match (was.router, row.router) {
            (Listed::NotListed | Listed::WrongDevice | Listed::WrongPort | Listed::Disabled, Listed::Mapped) => {
                news.push(News::EntranceListed { service });
            }
            (Listed::Mapped, Listed::NotListed) if lines.peek().is_some() && lines.clone().all(had_ended) => {
                news.push(News::LeaseEnded { service });
            }
            (Listed::Mapped, Listed::NotListed) if forgot && lines.any(|l| l.ours) => {}
            (Listed::Mapped, Listed::NotListed) => news.push(News::EntranceGone { service }),
            (Listed::Mapped, Listed::WrongDevice | Listed::WrongPort | Listed::Disabled) => {
                news.push(News::EntranceChanged { service });
            }
            (Listed::Mapped, Listed::Mapped | Listed::NotChecked)
            | (Listed::NotChecked, _)
            | (
                Listed::NotListed | Listed::WrongDevice | Listed::WrongPort | Listed::Disabled,
                Listed::NotListed | Listed::WrongDevice | Listed::WrongPort | Listed::Disabled | Listed::NotChecked,
            ) => {}
        }
    }
    news
}

/// Leases count from here.
pub(super) fn list_read_at(report: &Report) -> Timestamp {
    let duration = jiff::SignedDuration::from_millis(i64::try_from(report.duration_ms).unwrap_or(i64::MAX));
    report.office.mappings_at.or(report.started_at.checked_add(duration).ok()).unwrap_or(report.started_at)
}

/// With two phone systems in one office, a check of the one is no news of the other.
fn is_the_other_system(before: &Report, after: &Report) -> bool {
    let (Some(was), Some(now)) = (&before.office.phone_system, &after.office.phone_system) else { return false };
    let still_there = after.office.candidates.iter().any(|c| c.likely && c.address == was.address);
    still_there && was.address != now.address && !now.is_same_machine(was)
}

fn phone_system_news(before: &Report, after: &Report) -> Vec<News> {
    let asked = |r: &Report| r.looked.contains(&Looked::Inside);
    let (Some(was), Some(now)) = (&before.office.phone_system, &after.office.phone_system) else { return Vec::new() };
    if !asked(before) || !asked(after) {
        return Vec::new();
    }
    if was.address != now.address {
        // Another machine, as somebody typed it, has not moved.
        let moved = News::PhoneSystemMoved { was: was.address, now: now.address };
        return if now.is_same_machine(was) { vec![moved] } else { Vec::new() };
    }
    match (was.answers_inside, now.answers_inside) {
        (true, false) => return vec![News::PhoneSystemAway { address: now.address }],
        (false, true) => return vec![News::PhoneSystemBack { address: now.address }],
        (true, true) | (false, false) => {}
    }
    let mut news = Vec::new();
    for row in after.services.iter().filter(|r| is_wanted(r)) {
        let was = before.services.iter().find(|r| r.id == row.id).map(|r| r.inside);
        let service = row.id.clone();
        match (was, row.inside) {
            (Some(Outcome::Answered), Outcome::Refused | Outcome::Silent | Outcome::Unreachable) => {
                news.push(News::Stopped { service });
            }
            (Some(Outcome::Refused | Outcome::Silent | Outcome::Unreachable), Outcome::Answered) => {
                news.push(News::Answers { service });
            }
            (None | Some(_), _) => {}
        }
    }
    news
}

/// Rows that must stay locked and answer, or have an entrance.
fn exposed(report: &Report) -> BTreeSet<&ServiceId> {
    let answers = report.services.iter().filter(|r| r.verdict == Verdict::Exposed).map(|r| &r.id);
    let codes = ["must-stay-shut-is-open", "phone-web-page-exposed"];
    let mapped = report.findings.iter().filter(|f| codes.contains(&f.code.as_str())).flat_map(|f| &f.services);
    answers.chain(mapped).collect()
}

fn visitors(report: &Report) -> BTreeSet<String> {
    let found = report.findings.iter().filter(|f| f.code == "visitor-shut-out");
    found.filter_map(|f| f.args.get("address").cloned()).collect()
}

/// Troubles that stood before and are neither found nor folded any more, where all was looked at that was then.
fn solved(before: &Report, after: &Report) -> Vec<News> {
    if !before.looked.iter().all(|stage| after.looked.contains(stage)) {
        return Vec::new();
    }
    let stands =
        |code: &str| after.findings.iter().any(|f| f.code == code || f.folded.iter().any(|folded| folded.code == code));
    let troubles = before.findings.iter().filter(|f| f.severity <= Severity::Problem);
    let gone = troubles.filter(|f| !TOLD_OTHERWISE.contains(&f.code.as_str()) && !stands(&f.code));
    gone.map(|f| News::Solved { code: f.code.clone() }).collect()
}
