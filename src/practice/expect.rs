//! What a check of a practice office must find, moment by moment, and which finding is the cause of which.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::report::TopVerdict;

/// What a check must find at its moments.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    /// Checked, nobody looked from outside.
    pub after_check: Moment,
    /// The plan was opened, nobody looked from outside; none where the plan asks nothing of the router.
    #[serde(default)]
    pub after_open: Option<Moment>,
    /// The practice walker knocked, after the opening where there was one.
    pub after_walk: Moment,
    /// A phone outside was played after that: one call, and the ring test; none where the story is not about calls.
    #[serde(default)]
    pub after_rehearsal: Option<Moment>,
    /// After that its phone system was looked into; none where there is nothing to see.
    #[serde(default)]
    pub after_look_inside: Option<Moment>,
    /// What is silent was taken out and put in again, and the walker knocked once more; none where nothing is offered.
    #[serde(default)]
    pub after_repair: Option<Moment>,
    /// Both safety tests were made as well.
    #[serde(default)]
    pub after_safety: Option<Moment>,
}

/// One moment.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moment {
    /// The sentence over everything.
    pub verdict: TopVerdict,
    /// Codes of the findings that stand on their own, sorted.
    pub findings: Vec<String>,
    /// Causes, and the codes of what each explains, sorted. A finding not named here explains nothing.
    #[serde(default)]
    pub folded: BTreeMap<String, Vec<String>>,
}
