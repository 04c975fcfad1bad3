//! The steps of the walk through, each with its data inside, so that an impossible screen cannot be built. What a
//! person can do on them.

use std::net::IpAddr;

use jiff::Timestamp;

use crate::domain::change::JournalId;
use crate::domain::dialling::RehearsalOrder;
use crate::domain::inside::Inside;
use crate::domain::message::{Document, Doing, InvitationView, Problem};
use crate::domain::office::{AdviceId, Answers};
use crate::domain::plan::Plan;
use crate::domain::report::Report;
use crate::domain::safety::SafetyId;

/// How far a search is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Search {
    /// Nothing was started: the owner is to say how.
    Asking,
    /// Going on.
    Running,
    /// Ended, with or without a find.
    Done,
}

/// How far the knock from outside is.
#[derive(Clone, Debug, PartialEq)]
pub enum Knock {
    /// Which way to go outside.
    Choose,
    /// An invitation is being made.
    Inviting,
    /// The colleague has the code, we wait for theirs.
    Invited {
        /// To hand over.
        code: String,
        /// No longer valid after this.
        expires: Timestamp,
    },
    /// This computer is walking, or a result code is being read.
    Walking,
}

/// The colleague's side.
#[derive(Clone, Debug, PartialEq)]
pub enum Helping {
    /// Paste the code.
    Paste,
    /// What it asks for; nothing has been sent.
    Agree {
        /// As pasted.
        code: String,
        /// What it asks for.
        view: InvitationView,
    },
    /// Walking.
    Walking {
        /// As pasted.
        code: String,
        /// What it asks for.
        view: InvitationView,
    },
    /// The code to hand back.
    Done {
        /// As pasted.
        code: String,
        /// What it asked for.
        view: InvitationView,
        /// The result.
        result: String,
    },
}

/// How far the rehearsal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rehearse {
    /// Where, as whom, and what to call.
    Ask,
    /// Calling.
    Calling,
    /// The call ended.
    Called,
    /// Quiet, or somebody is to call now.
    Waiting,
    /// The ring test ended.
    Waited,
}

/// How far the look inside the phone system is.
#[derive(Clone, Debug, PartialEq)]
pub enum LookInside {
    /// What to do on its box.
    Ask,
    /// It is being asked, or what was pasted is being read.
    Reading,
    /// What it says, before anything of it counts.
    Read {
        /// As read.
        inside: Box<Inside>,
        /// Codes of the findings that would follow.
        follows: Vec<String>,
        /// Why it says nothing about this office, where something speaks against it.
        doubt: Option<Problem>,
    },
    /// It counts.
    Used,
}

/// One step of the walk through.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// What will happen.
    Welcome,
    /// What is wrong, who is outside.
    Questions,
    /// Your building.
    Router(Search),
    /// Your phone system.
    Phones(Search),
    /// Knocking from outside.
    Knock(Knock),
    /// What we would do. Nothing is done yet.
    Offer(Box<Plan>),
    /// The router is being asked, or was.
    Opening {
        /// What was approved.
        plan: Box<Plan>,
        /// Finished.
        search: Search,
    },
    /// The lasting way: rules to make by hand.
    ByHand(Box<Plan>),
    /// Router and phone system are asked again.
    Checking,
    /// What is true.
    Results {
        /// Now.
        report: Box<Report>,
        /// Last time.
        before: Option<Box<Report>>,
    },
    /// The colleague's side.
    Helping(Helping),
    /// A remote phone, played.
    Rehearse(Rehearse),
    /// What the phone system says of itself.
    Inside(LookInside),
}

impl Step {
    /// Key of its words, without `step-`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Welcome => "welcome",
            Self::Questions => "questions",
            Self::Router(_) => "router",
            Self::Phones(_) => "phones",
            Self::Knock(_) => "knock",
            Self::Offer(_) => "offer",
            Self::Opening { .. } => "opening",
            Self::ByHand(_) => "by-hand",
            Self::Checking => "checking",
            Self::Results { .. } => "results",
            Self::Helping(_) => "helping",
            Self::Rehearse(_) => "rehearse",
            Self::Inside(_) => "inside",
        }
    }
}

/// What a person does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Check my office.
    CheckMine,
    /// Help a colleague check theirs.
    HelpColleague,
    /// To Results when there are some, else to Welcome.
    Home,
    /// The answers as they stand now.
    Answer(Box<Answers>),
    /// On to the next step.
    Next,
    /// Back to the step before.
    Back,
    /// Search for the router once more.
    SearchAgain,
    /// Yes, look round the local network.
    LookRound,
    /// The phone system is at this address.
    UsePhoneSystem(IpAddr),
    /// Check the office's other phone system, at this address, in the same way.
    CheckOther(IpAddr),
    /// Keep a profile of the owner's own, to choose it then.
    KeepProfile(Box<crate::domain::service::Profile>),
    /// Make an invitation for a colleague.
    AskColleague,
    /// Walk from this computer.
    StepOutside {
        /// Adapter to walk from; none: whatever the system uses now.
        interface: Option<String>,
    },
    /// Ask the standing helper behind this link to knock.
    AskHelper(String),
    /// A mobile phone was plugged in: look which adapters there are now.
    LookForAdapters,
    /// The colleague's result code.
    GiveResult(String),
    /// Do not knock now.
    SkipKnock,
    /// Yes to exactly the plan shown.
    Approve,
    /// I make the rules by hand.
    ShowByHand,
    /// Stop what is going on.
    Cancel,
    /// Take these back.
    Undo(Vec<JournalId>),
    /// Nobody is on the phone: take the silent entrances of ours out and put them in again.
    Repair,
    /// Ask everything again.
    Recheck,
    /// Knock from outside again.
    KnockAgain,
    /// Show the plan again.
    PlanAgain,
    /// Tick or untick a line of advice.
    Tick(AdviceId, Ticked),
    /// Write this document where the owner finds it.
    HandOut(Box<Document>),
    /// A test call had sound both ways today.
    HeardBothWays,
    /// Yes, ask this server on the internet for the street address.
    AskStun(String),
    /// Ask the phone company's server whether it answers.
    TryProvider(String),
    /// Yes, make this safety test.
    TestSafety {
        /// Which.
        test: SafetyId,
        /// A real extension, where the test needs one.
        extension: Option<String>,
        /// Adapter that leads to another street, where it is made from there.
        outside: Option<String>,
    },
    /// Read a colleague's code.
    OpenInvitation(String),
    /// To the page where a remote phone is played.
    Rehearse,
    /// Play it: call, and listen.
    Call(Box<RehearsalOrder>),
    /// Play it: stay quiet, and wait to ring.
    RingTest(Box<RehearsalOrder>),
    /// To the page where the phone system is looked into.
    LookInside,
    /// It runs on this very computer: ask it.
    LookHere,
    /// Read what its owner pasted from its box.
    ReadPaste(String),
    /// What was read is to count.
    UseInside,
    /// Yes, knock as the code asks.
    AgreeToWalk {
        /// Adapter to walk from.
        interface: Option<String>,
        /// This computer's own street address, where its person knows it.
        own_address: Option<IpAddr>,
    },
}

/// The phone system of whoever does not know which one it is.
pub const ANY_SYSTEM: &str = "generic-sip";

/// Findings about the building that are settled before anything is proposed.
pub const BEFORE_A_PLAN: [&str; 13] = [
    "no-network",
    "local-network-denied",
    "replies-blocked",
    "vpn-in-the-way",
    "carrier-shared-address",
    "second-router",
    "public-address-differs",
    "phones-use-other-address",
    "router-not-found",
    "several-routers",
    "public-address-unknown",
    "wan-address-unknown",
    "router-refuses-other-devices",
];

/// A tick box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ticked {
    /// Done.
    Yes,
    /// Not done.
    No,
}

/// n of m, and what is being done now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Finished.
    pub done: u32,
    /// In all.
    pub total: u32,
    /// Now.
    pub doing: Doing,
}
