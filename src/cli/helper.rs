//! `entrance helper`: the standing outside helper, run until it is told to stop. Certificate and keys come from its
//! folder; what it does for whom is `helper`'s business.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::session::told_to_stop;
use super::{data, talk, words};
use crate::domain::address::Network;
use crate::domain::doorman::USUAL_PORT;
use crate::domain::message::Problem;
use crate::helper::certificate::Identity;
use crate::helper::doorman::MOST_PORTS;
use crate::helper::guard::{MOST_WALKS_PER_MINUTE, WALKS_PER_MINUTE};
use crate::helper::link::{self, to_hex};
use crate::helper::page;
use crate::helper::server::{Helper, Settings, Targets};
use crate::helper::ways::MOST_WAYS;
use crate::store::helper_folder::HelperFolder;
use crate::text::Text;

/// Where it listens unless told otherwise.
const PORT: u16 = 8443;

/// The port that every doorman watches, and one that only some follow.
const SIP_PORTS: [u16; 2] = [USUAL_PORT, USUAL_PORT + 2];

/// `helper`.
#[derive(Debug, Args)]
pub struct HelperArgs {
    /// Where to listen; may be given more than once.
    #[arg(long, value_name = "ADDR:PORT", value_delimiter = ',')]
    pub listen: Vec<SocketAddr>,
    /// Ports on which letters of the doorman test are taken in.
    #[arg(long, value_name = "N", value_delimiter = ',', value_parser = clap::value_parser!(u16).range(1..))]
    pub sip_port: Vec<u16>,
    /// Further TCP ports, by which offices can try their ways out.
    #[arg(long, value_name = "N,…", value_delimiter = ',', value_parser = clap::value_parser!(u16).range(1..))]
    pub also_listen: Vec<u16>,
    /// Where its certificate and its access keys are kept.
    #[arg(long, value_name = "DIR")]
    pub state: Option<PathBuf>,
    /// Walks a minute in all.
    #[arg(long, value_name = "N", default_value_t = WALKS_PER_MINUTE, value_parser = clap::value_parser!(u32).range(1..=i64::from(MOST_WALKS_PER_MINUTE)))]
    pub walks_per_minute: u32,
    /// Address to knock from; once for each family.
    #[arg(long, value_name = "ADDR")]
    pub knock_from: Vec<IpAddr>,
    /// The operator's own proxy.
    #[arg(long, value_name = "ADDR")]
    pub trust_proxy: Option<IpAddr>,
    /// Name or address by which offices reach it.
    #[arg(long, value_name = "NAME")]
    pub known_as: Option<String>,
    /// Who runs it and how to reach them.
    #[arg(long, value_name = "TEXT")]
    pub operator: Option<String>,
    /// Networks that are never walked to.
    #[arg(long, value_name = "CIDR,…", value_delimiter = ',')]
    pub never: Vec<String>,
    /// Also walk to private addresses.
    #[arg(long)]
    pub allow_private: bool,
}

pub(super) fn run(args: &HelperArgs, text: &Text) -> Result<ExitCode, Problem> {
    at_most("--sip-port", &args.sip_port, MOST_PORTS)?;
    at_most("--also-listen", &args.also_listen, MOST_WAYS)?;
    let folder = HelperFolder::open(args.state.clone()).map_err(|e| e.problem())?;
    let never =
        args.never.iter().map(|t| t.parse::<Network>().map_err(|_| Problem::new("not-a-network").with("word", t)));
    let settings = Settings {
        known_as: args.known_as.clone(),
        knock_from: args.knock_from.clone(),
        trust_proxy: args.trust_proxy,
        walks_per_minute: args.walks_per_minute,
        never: never.collect::<Result<_, _>>()?,
        targets: if args.allow_private { Targets::AlsoPrivate } else { Targets::Public },
        sip_ports: sip_ports(&args.sip_port),
        also_listen: args.also_listen.clone(),
        page: words_of_page(args.operator.as_deref(), text),
        ..Settings::new(identity(&folder)?, access_keys(&folder)?)
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|e| Problem::new("engine-not-started").with("why", e))?;
    super::before_listening(text);
    runtime.block_on(async {
        let helper = open(&args.listen, settings)?;
        let stop = told_to_stop();
        if args.allow_private {
            talk(&words(text, "terminal-helper-private", []));
        }
        let dir = folder.dir().display().to_string();
        talk(&words(text, "terminal-helper-runs", [("folder", dir)]));
        data(&format!("helper-link: {}", helper.link()));
        helper.serve(stop).await;
        talk(&words(text, "terminal-helper-stopped", []));
        Ok(ExitCode::SUCCESS)
    })
}

/// Whoever names more than there can be must not find out on the day when the last one is missing.
fn at_most(option: &str, named: &[u16], most: usize) -> Result<(), Problem> {
    if named.len() <= most {
        return Ok(());
    }
    Err(Problem::new("helper-too-many-ports").with("option", option).with("most", most))
}

/// One port alone does not tell whom a doorman follows, so a second one goes with it.
fn sip_ports(named: &[u16]) -> Vec<u16> {
    match named {
        [] => SIP_PORTS.to_vec(),
        [only] => vec![*only, only.checked_add(2).unwrap_or(USUAL_PORT)],
        several => several.to_vec(),
    }
}

/// Both families unless told otherwise; a machine without IPv6 has only one.
fn open(listen: &[SocketAddr], settings: Settings) -> Result<Helper, Problem> {
    let log = || Box::new(|line: &str| talk(line));
    if !listen.is_empty() {
        return Helper::open(Settings { listen: listen.to_vec(), ..settings }, log());
    }
    let v4 = SocketAddr::from(([0, 0, 0, 0], PORT));
    let v6 = SocketAddr::from(([0u16; 8], PORT));
    Helper::open(Settings { listen: vec![v4, v6], ..settings.clone() }, log())
        .or_else(|_| Helper::open(Settings { listen: vec![v4], ..settings }, log()))
}

/// The certificate that was made at the first start.
fn identity(folder: &HelperFolder) -> Result<Identity, Problem> {
    let make = || {
        let made = Identity::make().map_err(|e| Problem::new("helper-certificate-unusable").with("why", e))?;
        Ok((made.certificate, made.key))
    };
    folder.identity(make).map(|(certificate, key)| Identity { certificate, key })
}

/// The operator's keys, or one that is made at the first start.
fn access_keys(folder: &HelperFolder) -> Result<Vec<String>, Problem> {
    let keys = folder.access_keys(|| {
        let mut key = [0u8; 16];
        getrandom::fill(&mut key).map_err(|e| Problem::new("helper-certificate-unusable").with("why", e))?;
        Ok(to_hex(&key))
    })?;
    match keys.iter().position(|key| !link::is_key(key)) {
        Some(position) => Err(Problem::new("helper-key-not-a-key").with("line", position + 1)),
        None => Ok(keys),
    }
}

fn words_of_page(operator: Option<&str>, text: &Text) -> String {
    let mut paragraphs: Vec<String> =
        ["helper-page-what", "helper-page-asks", "helper-page-sends"].map(|key| words(text, key, [])).to_vec();
    paragraphs.push(match operator {
        Some(operator) => words(text, "helper-page-operator", [("operator", operator.to_owned())]),
        None => words(text, "helper-page-nobody", []),
    });
    paragraphs.push(words(text, "helper-page-alone", []));
    page::html(text.language(), &words(text, "helper-page-title", []), &paragraphs)
}
