//! The look inside the phone system: by the script of `assets/inside.sh` where the program runs on its box, else by what
//! the script printed there and its owner pasted.

use std::net::IpAddr;

use super::{Office, Voice, now};
use crate::domain::address::NameLeads;
use crate::domain::inside::{self, How};
use crate::domain::message::{Doing, Event, Problem};
use crate::domain::outbound::Lookup;
use crate::net::{From, locate};

impl Office {
    /// On this very computer, or in the practice office.
    pub(super) async fn look_inside(&mut self, voice: &Voice) {
        voice.say(Event::Progress { done: 0, total: 1, doing: Doing::Inside }).await;
        let said = match &self.practice {
            Some((office, _)) => office.block(now()).ok_or_else(|| Problem::new("inside-no-phone-system")),
            None => here().await,
        };
        match said {
            Ok(block) => self.tell_inside(voice, &block, How::Here).await,
            Err(problem) => voice.problem(problem).await,
        }
    }

    /// From what was pasted.
    pub(super) async fn read_inside(&mut self, voice: &Voice, pasted: &str) {
        self.tell_inside(voice, pasted, How::Pasted).await;
    }

    async fn tell_inside(&self, voice: &Voice, block: &str, how: How) {
        match inside::read(block, how, now()) {
            Ok(mut inside) => {
                for name in inside.names_to_ask() {
                    if let Some(leads) = self.leads(&name).await {
                        inside.names.insert(name, leads);
                    }
                }
                voice.say(Event::Inside(Box::new(inside))).await;
            }
            Err(problem) => voice.problem(problem).await,
        }
    }

    /// Where a host name leads; none where nobody could be asked, which says nothing of the name.
    async fn leads(&self, name: &str) -> Option<NameLeads> {
        match locate::addresses(name, &From::default(), &self.surroundings).await {
            Ok(found) => Some(found.into_iter().find(IpAddr::is_ipv4).map_or(NameLeads::Nowhere, NameLeads::To)),
            Err(Lookup::NobodyToAsk) => None,
            Err(Lookup::Given | Lookup::Host | Lookup::Srv | Lookup::Naptr | Lookup::Nowhere) => {
                Some(NameLeads::Nowhere)
            }
        }
    }
}

#[cfg(not(unix))]
async fn here() -> Result<String, Problem> {
    Err(Problem::new("inside-elsewhere"))
}

#[cfg(unix)]
async fn here() -> Result<String, Problem> {
    shell::printed(inside::SCRIPT, shell::LONGEST).await
}

/// The system's own shell, given the script on its standard input: nothing is written to a disk, and no right is asked
/// for that whoever started this program does not have.
#[cfg(unix)]
mod shell {
    use std::io::{Read as _, Write as _};
    use std::os::unix::process::CommandExt as _;
    use std::process::{Child, Command, Stdio};
    use std::time::Duration;

    use nix::sys::signal::{Signal, killpg};
    use nix::unistd::Pid;
    use tokio::sync::oneshot::{Receiver, channel};

    use crate::domain::inside::block::MOST_TAKEN;
    use crate::domain::message::Problem;

    const SHELL: &str = "/bin/sh";

    /// How long a look may take. A busy phone system answers each question within a second or two.
    pub(super) const LONGEST: Duration = Duration::from_secs(90);

    /// What the script prints, up to a little more than a block may have, so that its reader says that it is too long.
    pub(super) async fn printed(script: &'static str, longest: Duration) -> Result<String, Problem> {
        let mut command = Command::new(SHELL);
        command.arg("-s").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        // A group of its own, so that what the script has started ends with it.
        command.process_group(0);
        let mut child = Ended(command.spawn().map_err(failed)?);
        let said = attend(&mut child.0, script)?;
        match tokio::time::timeout(longest, said).await {
            Ok(Ok(Ok(bytes))) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
            Ok(Ok(Err(error))) => Err(failed(error)),
            Ok(Err(_)) => Err(Problem::new("inside-failed").with("why", "no answer")),
            Err(_) => Err(Problem::new("inside-took-too-long")),
        }
    }

    /// Writes the script and reads what comes, each in a thread of its own: neither may make the other wait.
    fn attend(child: &mut Child, script: &'static str) -> Result<Receiver<std::io::Result<Vec<u8>>>, Problem> {
        let missing = || Problem::new("inside-failed").with("why", "no pipe");
        let (mut input, output) = (child.stdin.take().ok_or_else(missing)?, child.stdout.take().ok_or_else(missing)?);
        let (done, said) = channel();
        let spawn = |name: &str, work: Box<dyn FnOnce() + Send>| {
            std::thread::Builder::new().name(name.to_owned()).spawn(work).map_err(failed)
        };
        spawn("inside-script", Box::new(move || drop(input.write_all(script.as_bytes()))))?;
        spawn(
            "inside-answer",
            Box::new(move || {
                let mut bytes = Vec::new();
                let read = output.take(MOST_TAKEN as u64).read_to_end(&mut bytes).map(|_| bytes);
                done.send(read).ok();
            }),
        )?;
        Ok(said)
    }

    fn failed(error: std::io::Error) -> Problem {
        Problem::new("inside-failed").with("why", error)
    }

    /// A shell that ends with this value, and with it whatever it has started.
    struct Ended(Child);

    impl Drop for Ended {
        fn drop(&mut self) {
            // The group outlives its shell where the script left something behind.
            if let Ok(group) = i32::try_from(self.0.id()) {
                killpg(Pid::from_raw(group), Signal::SIGKILL).ok();
            }
            self.0.kill().ok();
            self.0.wait().ok();
        }
    }
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::shell::printed;
    use crate::domain::inside::block::MOST_BYTES;

    const SHORT: Duration = Duration::from_millis(300);
    const LONG: Duration = Duration::from_mins(1);

    async fn code(script: &'static str, longest: Duration) -> String {
        printed(script, longest).await.unwrap_err().code
    }

    #[tokio::test(flavor = "current_thread")]
    async fn what_the_script_prints_is_read_and_what_it_complains_about_is_not() {
        let said = printed("echo one\necho two >&2\nread x < /dev/null\necho three\nexit 4\n", LONG).await;
        assert_eq!(said.as_deref(), Ok("one\nthree\n"));
    }

    #[tokio::test(flavor = "current_thread")]
    async fn an_endless_answer_is_cut_and_an_endless_script_is_ended_with_all_that_it_started() {
        let said = printed("while :; do echo 1234567890123456789012345678901234567890; done\n", LONG).await;
        assert_eq!(said.map(|s| s.len()), Ok(MOST_BYTES + 1));
        let folder = tempfile::tempdir().unwrap();
        let mark = folder.path().join("still-here");
        // Something that the script leaves behind, which would hold the pipe open.
        let script = format!("(sleep 2; touch '{}') &\nsleep 60\n", mark.display());
        assert_eq!(code(Box::leak(script.into_boxed_str()), SHORT).await, "inside-took-too-long");
        tokio::time::sleep(Duration::from_secs(3)).await;
        assert!(!mark.exists(), "what it left behind went on");
    }
}
