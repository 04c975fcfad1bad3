//! Whom the box turns away, and in what form it keeps them: the `ban` lines.

use serde::{Deserialize, Serialize};

use crate::domain::address::Network;
use crate::domain::inside::checked::word;
use crate::domain::inside::running::Running;

/// Most bans that are kept: a box on the street turns away thousands.
const MOST_BANS: usize = 5000;

/// The list of `FreePBX` that is asked last: friends and phones that signed in have come in before.
const NUISANCES: &str = "ATTACKER";

/// An address that the box turns away.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ban {
    /// Whom.
    pub network: Network,
    /// Who does: `fail2ban`, `freepbx-firewall` or `firewall`.
    pub by: String,
    /// The jail, chain or set.
    pub list: String,
    /// What the list is, so that the address can be taken out of it.
    #[serde(default, skip_serializing_if = "BannedBy::is_rule")]
    pub kept: BannedBy,
    /// Family and table of nftables, where it is one of theirs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub table: String,
}

/// In what form a box keeps whom it turns away.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BannedBy {
    /// A rule of iptables, or whatever form a jail has.
    #[default]
    Rule,
    /// A member of an ipset.
    Set,
    /// A rule of nftables.
    NftRule,
    /// An element of a set of nftables.
    NftSet,
    /// A route that leads nowhere.
    Route,
}

impl BannedBy {
    /// Name in the block.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Rule => "rule",
            Self::Set => "set",
            Self::NftRule => "nft-rule",
            Self::NftSet => "nft-set",
            Self::Route => "route",
        }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
    fn is_rule(&self) -> bool {
        *self == Self::Rule
    }
}

/// Those of a block; who bans in a way that is not known is left out.
pub(super) fn read(running: Running<'_, '_>) -> Vec<Ban> {
    let ban = |f: &[&str]| {
        let by = f.first().filter(|by| ["fail2ban", "freepbx-firewall", "firewall"].contains(by))?;
        let (name, table) = f.get(3).map_or(("", ""), |kept| kept.split_once(' ').unwrap_or((kept, "")));
        let all = [BannedBy::Set, BannedBy::NftRule, BannedBy::NftSet, BannedBy::Route];
        let kept = all.into_iter().find(|kept| kept.id() == name).unwrap_or_default();
        Some(Ban {
            network: f.get(2)?.parse().ok()?,
            by: (*by).to_owned(),
            list: word(f.get(1)?)?,
            kept,
            table: word(table).filter(|_| kept != BannedBy::Rule).unwrap_or_default(),
        })
    };
    let let_in: Vec<Network> = running.all("let").filter_map(|f| f.get(1)?.parse().ok()).collect();
    let is_let_in = |b: &Ban| b.list == NUISANCES && let_in.iter().any(|n| n.contains(b.network.ip));
    running.all("ban").filter_map(ban).filter(|b| !is_let_in(b)).take(MOST_BANS).collect()
}
