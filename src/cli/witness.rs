//! `witness`: stands on the voice ports of the phone-system box, for a while and after a yes.

use std::net::IpAddr;
use std::process::ExitCode;
use std::time::Duration;

use super::args::WitnessArgs;
use super::session::now;
use super::{consent, data, talk, word, words};
use crate::domain::message::Problem;
use crate::domain::service::PortRange;
use crate::domain::voice::{self, MOST_PORTS};
use crate::helper::invitation::{Invitation, Use};
use crate::helper::token::VoiceKey;
use crate::helper::voice::samples;
use crate::helper::witness::{self, Held, Tally};
use crate::helper::witness_script;
use crate::text::Text;

/// Stretches of ports that are named.
const MOST_NAMED: usize = 12;

pub(super) fn run(args: &WitnessArgs, text: &Text) -> Result<ExitCode, Problem> {
    let invitation = Invitation::decode(&args.code.join(" "))?;
    invitation.still_good(now(), Use::Fresh)?;
    let rows: Vec<PortRange> = invitation.voices().map(|(_, ports)| ports).collect();
    let ports = match &args.ports {
        Some(typed) => read_ports(typed)?,
        None => *rows.first().ok_or_else(|| Problem::new("not-a-voice-code"))?,
    };
    let key = VoiceKey::of(&invitation);
    if args.script {
        data(witness_script::script(ports, &key, args.minutes).trim_end());
        return Ok(ExitCode::SUCCESS);
    }
    // A walker finds the witness by one of the ports that it samples.
    let is_found = |row: &PortRange| samples(*row, &key).iter().any(|port| ports.contains(*port));
    if !rows.is_empty() && !rows.iter().any(is_found) {
        let asked = rows.first().map(|row| samples(*row, &key)).unwrap_or_default();
        let asked = voice::list(&voice::ranges(asked), MOST_NAMED);
        talk(&words(text, "terminal-witness-not-found", [("ports", ports.to_string()), ("asked", asked)]));
    }
    let values = [("ports", ports.to_string()), ("minutes", args.minutes.to_string())];
    talk(&words(text, "terminal-witness-what", values));
    if !args.yes && !consent(&word(text, "terminal-ask-witness"), text)? {
        talk(&word(text, "terminal-nothing-changed"));
        return Ok(ExitCode::SUCCESS);
    }
    super::before_listening(text);
    let held = witness::hold(ports).map_err(|e| Problem::new("witness-failed").with("why", e))?;
    tell_held(&held, text)?;
    let tally = stand(held, key, args.minutes, text).map_err(|e| Problem::new("witness-failed").with("why", e))?;
    tell_tally(&tally, text);
    Ok(ExitCode::SUCCESS)
}

/// `A-B` or a single port, above the system's own and not more than any walk asks.
fn read_ports(typed: &str) -> Result<PortRange, Problem> {
    let wrong = || Problem::new("not-a-port-range").with("word", typed).with("most", MOST_PORTS);
    let (first, last) = typed.split_once('-').unwrap_or((typed, typed));
    let port = |text: &str| text.trim().parse::<u16>().map_err(|_| wrong());
    let (first, last) = (port(first)?, port(last)?);
    let ports = PortRange { first, last };
    if first < 1024 || last < first || ports.count() > MOST_PORTS { Err(wrong()) } else { Ok(ports) }
}

fn tell_held(held: &Held, text: &Text) -> Result<(), Problem> {
    let (count, whole) = (held.count().to_string(), held.ports.count().to_string());
    if held.count() == 0 {
        return Err(Problem::new("witness-nothing-free").with("ports", held.ports));
    }
    talk(&words(text, "terminal-witness-holds", [("count", count), ("whole", whole)]));
    for (key, left_out) in [("terminal-witness-in-use", &held.in_use), ("terminal-witness-beyond", &held.beyond)] {
        if !left_out.is_empty() {
            let values = [("count", voice::count(left_out).to_string()), ("ports", voice::list(left_out, MOST_NAMED))];
            talk(&words(text, key, values));
        }
    }
    Ok(())
}

/// Until its time is over, or until it is told to stop.
fn stand(held: Held, key: VoiceKey, minutes: u32, text: &Text) -> std::io::Result<Tally> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let heading = word(text, "terminal-witness-asked-by");
    runtime.block_on(async {
        let stop = async {
            tokio::select! {
                () = tokio::time::sleep(Duration::from_secs(u64::from(minutes) * 60)) => {}
                () = super::session::told_to_stop() => {}
            }
        };
        held.serve(key, stop, move |source: IpAddr| talk(&format!("{heading} {source}"))).await
    })
}

fn tell_tally(tally: &Tally, text: &Text) {
    let values = [("answered", tally.answered.to_string()), ("dropped", tally.dropped.to_string())];
    data(&words(text, "terminal-witness-tally", values));
    for (source, count) in &tally.from {
        let values = [("source", source.to_string()), ("count", count.to_string())];
        data(&words(text, "terminal-witness-from", values));
    }
    if tally.answered == 0 {
        talk(&word(text, "terminal-witness-nobody"));
    }
}
