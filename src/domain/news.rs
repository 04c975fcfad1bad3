//! What can have changed between two looks at one office, and the lines of its history.

use std::net::IpAddr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::differences::{is_wanted, what_changed};
use crate::domain::report::{Report, ServiceRow, TopVerdict, Verdict};
use crate::domain::service::{ProfileId, ServiceId};

/// Something that changed between two looks at one office. Its words are in `assets/text` under `news-<id>`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum News {
    /// This computer lost its way out.
    NetworkAway,
    /// It has one again.
    NetworkBack,
    /// The router no longer answers.
    RouterAway {
        /// Where it answered.
        router: IpAddr,
    },
    /// It answers again.
    RouterBack {
        /// Where.
        router: IpAddr,
    },
    /// Another router stands in its place.
    RouterReplaced {
        /// Make and model then.
        was: String,
        /// And now.
        now: String,
    },
    /// The street address is another one.
    StreetChanged {
        /// Then.
        was: IpAddr,
        /// Now.
        now: IpAddr,
    },
    /// The router lists none of our entrances any more: it was restarted.
    RouterForgot {
        /// Which.
        router: IpAddr,
    },
    /// An entrance is on the router's list now.
    EntranceListed {
        /// The row.
        service: ServiceId,
    },
    /// It is no longer there.
    EntranceGone {
        /// The row.
        service: ServiceId,
    },
    /// It is no longer there, and its lease was over.
    LeaseEnded {
        /// The row.
        service: ServiceId,
    },
    /// It leads elsewhere now, or is switched off.
    EntranceChanged {
        /// The row.
        service: ServiceId,
    },
    /// Before its lease ended it was asked for again, after that had not worked at first.
    Renewed {
        /// The row.
        service: ServiceId,
    },
    /// It was gone, and was made again as it had been approved.
    PutBack {
        /// The row.
        service: ServiceId,
    },
    /// It could not be made to last longer.
    NotRenewed {
        /// The row.
        service: ServiceId,
        /// Why: the id of a [`Renewed`](crate::domain::change::Renewed).
        why: String,
        /// The router's error code.
        code: Option<u16>,
    },
    /// The phone system has another address: the same hardware address, or it calls itself the same.
    PhoneSystemMoved {
        /// Then.
        was: IpAddr,
        /// Now.
        now: IpAddr,
    },
    /// Nothing at the phone system's address answers any more.
    PhoneSystemAway {
        /// The address.
        address: IpAddr,
    },
    /// It answers again.
    PhoneSystemBack {
        /// The address.
        address: IpAddr,
    },
    /// One service no longer answers in the office.
    Stopped {
        /// The row.
        service: ServiceId,
    },
    /// It answers again.
    Answers {
        /// The row.
        service: ServiceId,
    },
    /// A visitor got through to the right machine.
    Proved {
        /// The row.
        service: ServiceId,
    },
    /// A visitor got through before, and does not now.
    NoLongerProved {
        /// The row.
        service: ServiceId,
    },
    /// What must stay locked is open.
    Exposed {
        /// The row.
        service: ServiceId,
    },
    /// It is locked again.
    LockedAgain {
        /// The row.
        service: ServiceId,
    },
    /// A visitor is no longer let in.
    VisitorShutOut {
        /// Its street address.
        visitor: String,
    },
    /// A finding that stood at the last check stands no longer.
    Solved {
        /// Its code.
        code: String,
    },
}

impl News {
    /// Name in the document and in text files.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NetworkAway => "network-away",
            Self::NetworkBack => "network-back",
            Self::RouterAway { .. } => "router-away",
            Self::RouterBack { .. } => "router-back",
            Self::RouterReplaced { .. } => "router-replaced",
            Self::StreetChanged { .. } => "street-changed",
            Self::RouterForgot { .. } => "router-forgot",
            Self::EntranceListed { .. } => "entrance-listed",
            Self::EntranceGone { .. } => "entrance-gone",
            Self::LeaseEnded { .. } => "lease-ended",
            Self::EntranceChanged { .. } => "entrance-changed",
            Self::Renewed { .. } => "renewed",
            Self::PutBack { .. } => "put-back",
            Self::NotRenewed { .. } => "not-renewed",
            Self::PhoneSystemMoved { .. } => "phone-system-moved",
            Self::PhoneSystemAway { .. } => "phone-system-away",
            Self::PhoneSystemBack { .. } => "phone-system-back",
            Self::Stopped { .. } => "stopped",
            Self::Answers { .. } => "answers",
            Self::Proved { .. } => "proved",
            Self::NoLongerProved { .. } => "no-longer-proved",
            Self::Exposed { .. } => "exposed",
            Self::LockedAgain { .. } => "locked-again",
            Self::VisitorShutOut { .. } => "visitor-shut-out",
            Self::Solved { .. } => "solved",
        }
    }

    /// True for what an owner would want to do something about.
    pub const fn is_bad(&self) -> bool {
        match self {
            Self::NetworkAway
            | Self::RouterAway { .. }
            | Self::RouterReplaced { .. }
            | Self::StreetChanged { .. }
            | Self::RouterForgot { .. }
            | Self::EntranceGone { .. }
            | Self::LeaseEnded { .. }
            | Self::EntranceChanged { .. }
            | Self::NotRenewed { .. }
            | Self::PhoneSystemMoved { .. }
            | Self::PhoneSystemAway { .. }
            | Self::Stopped { .. }
            | Self::NoLongerProved { .. }
            | Self::Exposed { .. }
            | Self::VisitorShutOut { .. } => true,
            Self::NetworkBack
            | Self::RouterBack { .. }
            | Self::EntranceListed { .. }
            | Self::Renewed { .. }
            | Self::PutBack { .. }
            | Self::PhoneSystemBack { .. }
            | Self::Answers { .. }
            | Self::Proved { .. }
            | Self::LockedAgain { .. }
            | Self::Solved { .. } => false,
        }
    }

    /// For looks without a person: who is away is said there in its own way, and what only a visitor can show is not
    /// looked at.
    pub(super) const fn is_for_rounds(&self) -> bool {
        !matches!(
            self,
            Self::NetworkAway
                | Self::NetworkBack
                | Self::RouterAway { .. }
                | Self::RouterBack { .. }
                | Self::Solved { .. }
                | Self::Proved { .. }
                | Self::NoLongerProved { .. }
        )
    }
}

/// News and when they were noticed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Happened {
    /// When.
    pub at: Timestamp,
    /// What.
    #[serde(flatten)]
    pub news: News,
}

/// One check of the history, cut down to a line and what had changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Past {
    /// When it began.
    pub at: Timestamp,
    /// The sentence over everything.
    pub verdict: TopVerdict,
    /// Something was found that is wrong, and not only unproved.
    pub has_trouble: bool,
    /// Its phone system, for the names of services.
    pub system: Option<ProfileId>,
    /// Street address then.
    pub street: Option<IpAddr>,
    /// Wanted entrances that were proved from outside, and all of them.
    pub proved: (usize, usize),
    /// Since the check before it.
    pub news: Vec<News>,
}

/// Reports of one office, oldest first, as lines of a history.
pub fn history(reports: &[Report]) -> Vec<Past> {
    let before = std::iter::once(None).chain(reports.iter().map(Some));
    let line = |(before, report): (Option<&Report>, &Report)| {
        let wanted: Vec<&ServiceRow> = report.services.iter().filter(|r| is_wanted(r)).collect();
        Past {
            at: report.started_at,
            verdict: report.verdict,
            has_trouble: report.has_trouble(),
            system: report.answers.system.clone(),
            street: report.office.public_address,
            proved: (wanted.iter().filter(|r| r.verdict == Verdict::Verified).count(), wanted.len()),
            news: before.map(|b| what_changed(b, report)).unwrap_or_default(),
        }
    };
    before.zip(reports).map(line).collect()
}
