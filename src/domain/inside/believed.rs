//! Whether what a phone system says of itself is said by this office's, and of the day of the check.

use jiff::{SignedDuration, Timestamp};

use crate::domain::case::Case;
use crate::domain::inside::{How, Inside};
use crate::domain::message::Problem;
use crate::domain::report::MOMENT;

/// What was learned counts for a check at most so long before or after it.
const FRESH: SignedDuration = SignedDuration::from_hours(6);

/// Why this says nothing about that office: it is of another day, or of another box. Nobody's settings are mixed in.
pub fn doubt(inside: &Inside, case: &Case) -> Option<Problem> {
    let far = |a: Timestamp, b: Timestamp| a.duration_since(b).abs() > FRESH;
    // On this very box there is one clock.
    let is_old = inside.how == How::Pasted && far(inside.at, inside.taken_at);
    let checked_at = case.heard_at.max(case.started_at);
    let is_elsewhen = far(inside.taken_at, checked_at);
    if is_old || is_elsewhen {
        let moment = |at: Timestamp| at.strftime(MOMENT);
        let (why, at) = if is_old { ("clock", inside.at) } else { ("check", inside.taken_at) };
        let told = Problem::new("paste-old").with("why", why).with("at", moment(at));
        return Some(told.with("checked", moment(if is_old { inside.taken_at } else { checked_at })));
    }
    let address = case.phone_system_address()?;
    if inside.addresses.is_empty() || inside.is_own(address) || address.is_loopback() {
        return None;
    }
    let own: Vec<String> = inside.addresses.iter().map(|n| n.ip.to_string()).collect();
    Some(Problem::new("paste-other-box").with("addresses", own.join(", ")).with("address", address))
}

/// What the phone system of this office says of itself, where it can be believed.
pub fn of(case: &Case) -> Option<&Inside> {
    case.inside.as_ref().filter(|inside| doubt(inside, case).is_none())
}
