//! Which finding explains a row's verdict. Only findings that stand in the report, on their own or folded.

use crate::domain::report::{Finding, ServiceRow, Verdict};
use crate::domain::service::{Direction, Need};

/// Findings that say something about a row and never why its verdict is not the wished one.
const NEVER_A_REASON: [&str; 11] = [
    "ipv6-no-answer",
    "ipv6-open",
    "ipv6-refused",
    "mapping-expires",
    "mapping-listed-but-dead",
    "not-checked-over-ipv6",
    "open-to-everyone",
    "phone-system-address-may-change",
    "phones-use-other-address",
    "public-address-changed",
    "several-routers",
];

/// Findings about the whole office that keep an entrance from being proved.
const OF_THE_OFFICE: [&str; 16] = [
    "no-network",
    "local-network-denied",
    "carrier-shared-address",
    "second-router",
    "phone-system-not-found",
    "phone-system-silent",
    "phone-system-moved",
    "vpn-in-the-way",
    "public-address-differs",
    "router-refuses",
    "helper-unreachable",
    "not-outside",
    "walk-path-unproved",
    "not-seen-from-outside",
    "replies-blocked",
    "router-not-found",
];

/// The code of the finding that explains this row's verdict: the one about the row, else one about the office.
pub(super) fn because(row: &ServiceRow, findings: &[Finding]) -> Option<String> {
    let is_open = match row.verdict {
        Verdict::Verified | Verdict::Shut | Verdict::Reachable => false,
        Verdict::NotChecked => row.selected || row.need == Need::Never,
        Verdict::WrongHost
        | Verdict::NothingListening
        | Verdict::NoAnswer
        | Verdict::Exposed
        | Verdict::Guarded
        | Verdict::Blocked => true,
    };
    let is_way_out = row.direction == Direction::Outbound && row.verdict != Verdict::Blocked;
    if !is_open || is_way_out {
        return None;
    }
    let is_reason = |f: &&Finding| !NEVER_A_REASON.contains(&f.code.as_str());
    let code = match row.verdict {
        Verdict::Guarded => own(row, findings, &|f| f.code == "guest-list-not-proved"),
        Verdict::NotChecked if row.need == Need::Never => {
            own(row, findings, &|_| true).or_else(|| of_the_office(findings))
        }
        Verdict::NotChecked
        | Verdict::Verified
        | Verdict::WrongHost
        | Verdict::NothingListening
        | Verdict::NoAnswer
        | Verdict::Shut
        | Verdict::Exposed
        | Verdict::Reachable
        | Verdict::Blocked => {
            let plain = |f: &Finding| is_reason(&f) && f.code != "guest-list-not-proved";
            own(row, findings, &plain).or_else(|| of_the_office(findings))
        }
    };
    code.or_else(|| of_the_office(findings)).map(ToOwned::to_owned)
}

/// The worst finding about this very row, or the cause under which one is folded.
fn own<'f>(row: &ServiceRow, findings: &'f [Finding], fits: &dyn Fn(&Finding) -> bool) -> Option<&'f str> {
    let about =
        |f: &&Finding| f.services.contains(&row.id) || f.folded.iter().any(|under| under.services.contains(&row.id));
    findings.iter().filter(|f| fits(f)).find(about).map(|f| f.code.as_str())
}

fn of_the_office(findings: &[Finding]) -> Option<&str> {
    OF_THE_OFFICE.iter().find_map(|code| findings.iter().find(|f| f.code == *code)).map(|f| f.code.as_str())
}
