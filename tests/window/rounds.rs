//! The window left open: it looks after the office without being touched, says what changed, and rests.

use egui_kittest::kittest::Queryable as _;
use jiff::{SignedDuration, Timestamp};
use separate_entrance::domain::case::Case;
use separate_entrance::domain::change::{JournalEntry, JournalId, JournalState, Renewal, Renewed};
use separate_entrance::domain::judge::judge;
use separate_entrance::domain::lapsed::Lapsed;
use separate_entrance::domain::message::{Command, Event};
use separate_entrance::domain::news::{Happened, News, Past};
use separate_entrance::domain::office::PortMapping;
use separate_entrance::domain::probe::Vantage;
use separate_entrance::domain::report::{Looked, Report, TopVerdict};
use separate_entrance::domain::rounds::Owner;
use separate_entrance::domain::service::{ServiceId, Transport};
use separate_entrance::text::explain::explain_news;
use separate_entrance::text::street::lamp::Lamp;
use separate_entrance::text::{Text, proof};
use separate_entrance::wizard::{Action, Step, Wizard};

use crate::announced::announced;
use crate::sitting::{Screen, Sitting, answers, at, gateway, is_restless, open, said, word};

fn line(lease_seconds: u32) -> PortMapping {
    PortMapping {
        external_port: 5060,
        protocol: Transport::Udp,
        internal_client: "192.168.77.20".parse().unwrap(),
        internal_port: 5060,
        lease_seconds,
        description: "ours".to_owned(),
        ours: true,
        enabled: true,
        remote_host: String::new(),
    }
}

fn entry(lease_seconds: u32) -> JournalEntry {
    JournalEntry {
        id: JournalId(1),
        at: at(),
        gateway: "192.168.77.1".parse().unwrap(),
        gateway_id: None,
        change: separate_entrance::domain::change::Change {
            service: ServiceId("sip-udp".to_owned()),
            external_port: 5060,
            protocol: Transport::Udp,
            internal_client: "192.168.77.20".parse().unwrap(),
            lease_seconds: 0,
            description: "ours".to_owned(),
        },
        state: JournalState::Made,
        read_back: Some(line(lease_seconds)),
        made_at: None,
        claim: None,
        unique_id: None,
        was_free: false,
        gone_at: None,
    }
}

/// Results of a check on the screen, looked after, with one entrance of ours.
fn at_results(lease_seconds: u32) -> Sitting {
    let mut sitting = Sitting::of(Wizard::start(None, at()).with_answers(answers()).looking_after());
    for action in [Action::CheckMine, Action::Next] {
        sitting.act(action);
    }
    sitting.play();
    sitting.act(Action::Next);
    sitting.play();
    sitting.act(Action::Next);
    sitting.act(Action::SkipKnock);
    sitting.act(Action::ShowByHand);
    sitting.act(Action::Next);
    sitting.act(Action::SkipKnock);
    assert!(matches!(sitting.step(), Step::Results { .. }), "{:?}", sitting.step().id());
    sitting.say(Event::Journal(vec![entry(lease_seconds)]));
    sitting
}

/// The bell rings; gives the orders that follow.
fn ring(screen: &mut Screen, other: Option<Owner>) {
    let sitting = screen.state_mut();
    sitting.orders.clear();
    let later = sitting.now + SignedDuration::from_hours(1);
    let run = separate_entrance::domain::message::RunId(0);
    let orders = sitting.window.receive(run, Event::Woke { at: later, other });
    sitting.orders.extend(orders);
}

fn last(screen: &Screen) -> &Command {
    &screen.state().orders.last().unwrap().1
}

fn say(screen: &mut Screen, events: Vec<Event>) {
    for event in events {
        screen.state_mut().say(event);
    }
    let later = screen.state().now + SignedDuration::from_hours(1);
    screen.state_mut().say(Event::Finished { at: later });
}

fn look(lease_seconds: u32, wan: &str) -> Vec<Event> {
    look_and_read(vec![line(lease_seconds)], wan)
}

fn look_and_read(mappings: Vec<PortMapping>, wan: &str) -> Vec<Event> {
    let adapter = separate_entrance::domain::office::Adapter {
        gateway: Some("192.168.77.1".parse().unwrap()),
        ..separate_entrance::domain::office::Adapter::way_out("eth0", "192.168.77.10".parse().unwrap())
    };
    vec![
        Event::Adapters(vec![adapter]),
        Event::Gateway(gateway(wan)),
        Event::Mappings { gateway: "192.168.77.1".parse().unwrap(), mappings },
        Event::Looked(Looked::Network),
        Event::Looked(Looked::Router),
    ]
}

fn renewed(result: Renewed) -> Event {
    Event::Renewed(Renewal {
        entry: JournalId(1),
        service: ServiceId("sip-udp".to_owned()),
        external_port: 5060,
        protocol: Transport::Udp,
        result,
        code: (result == Renewed::Refused).then_some(718),
        lease_seconds: result.stands().then_some(3600),
    })
}

#[test]
fn an_open_window_renews_a_lease_and_rests() {
    let mut screen = open(at_results(3600), [1120.0, 800.0], egui::Theme::Light);
    assert!(screen.state().orders.iter().any(|(_, c)| matches!(c, Command::WakeAt(_))), "the bell is set");
    ring(&mut screen, None);
    assert!(matches!(last(&screen), Command::Look { .. }), "{:?}", last(&screen));
    assert!(!screen.state().window.wizard().is_busy(), "nobody has to wait for it");
    screen.run();
    say(&mut screen, look(1700, "203.0.113.7"));
    assert!(matches!(last(&screen), Command::Renew { .. }), "{:?}", last(&screen));
    let mappings = Event::Mappings { gateway: "192.168.77.1".parse().unwrap(), mappings: vec![line(3600)] };
    say(&mut screen, vec![renewed(Renewed::Renewed), mappings]);
    let shown = screen.state().window.wizard().report().mappings.clone();
    assert_eq!(shown.first().map(|l| l.lease_seconds), Some(3600), "what is shown counts from the renewal");
    while matches!(last(&screen), Command::Glance { .. }) {
        say(&mut screen, Vec::new());
    }
    assert!(matches!(last(&screen), Command::WakeAt(_)), "and the bell is set again: {:?}", last(&screen));
    screen.run();
    assert!(!is_restless(&screen), "nothing is drawn until it rings");
    let happened = screen.state().window.wizard().happened();
    let told = |h: &&Happened| matches!(h.news, News::Renewed { .. } | News::PutBack { .. } | News::NotRenewed { .. });
    assert!(!happened.iter().any(|h| told(&h)), "a renewal is no news: {happened:?}");
}

#[test]
fn what_changed_meanwhile_is_said_on_results() {
    let mut screen = open(at_results(0), [1120.0, 800.0], egui::Theme::Dark);
    ring(&mut screen, None);
    say(&mut screen, look(0, "203.0.113.99"));
    screen.run();
    let words = said(&screen);
    assert!(words.contains(&word("window-happened")), "{words:?}");
    assert!(words.iter().any(|w| w.contains("203.0.113.99") && w.contains("203.0.113.7")), "{words:?}");
    assert!(!is_restless(&screen));
    assert!(screen.state().orders.iter().any(|(_, c)| matches!(c, Command::Note(_))), "and kept");
}

#[test]
fn a_person_goes_first_and_another_copy_is_left_to_it() {
    let mut screen = open(at_results(3600), [1120.0, 800.0], egui::Theme::Light);
    ring(&mut screen, None);
    screen.state_mut().act(Action::Recheck);
    let orders: Vec<&Command> = screen.state().orders.iter().map(|(_, c)| c).collect();
    assert!(orders.iter().any(|c| matches!(c, Command::Cancel)), "{orders:?}");
    assert!(matches!(orders.last(), Some(Command::Look { .. })), "{orders:?}");
    screen.state_mut().play();
    assert!(matches!(screen.state().step(), Step::Results { .. }));
    ring(&mut screen, Some(Owner { pid: 4711, since: at() }));
    assert!(matches!(last(&screen), Command::WakeAt(_)), "{:?}", last(&screen));
    screen.run();
    assert!(said(&screen).iter().any(|w| w.contains("4711")), "{:?}", said(&screen));
    assert!(!is_restless(&screen));
}

#[test]
fn earlier_checks_stand_on_a_line_each() {
    let mut screen = open(at_results(0), [1120.0, 2400.0], egui::Theme::Light);
    let check = |minutes: i64, verdict, news| Past {
        at: at() + jiff::SignedDuration::from_mins(minutes),
        verdict,
        has_trouble: verdict == TopVerdict::ActionNeeded,
        system: answers().system,
        street: None,
        proved: (1, 2),
        news,
    };
    let forgot = News::RouterForgot { router: "192.168.77.1".parse().unwrap() };
    let checks = vec![check(0, TopVerdict::Ready, Vec::new()), check(9, TopVerdict::ActionNeeded, vec![forgot])];
    let between = vec![Happened { at: at(), news: News::NetworkAway }];
    screen.state_mut().say(Event::History(checks, between));
    screen.run();
    assert!(said(&screen).contains(&word("window-history")));
    let list = word("window-history-list");
    screen.get_by_label(&list).click();
    screen.run();
    let words = said(&screen);
    for part in [word("news-network-away"), word("history-ready")] {
        assert!(words.iter().any(|w| w.contains(&part)), "{part}: {words:?}");
    }
    assert!(!is_restless(&screen));
}

/// A kept report that is ready, and rests on a lease of this many seconds, or on one without an end.
fn ready(lease_seconds: u32) -> Report {
    let mut walked = crate::screens::at_knock();
    walked.act(Action::StepOutside { interface: Some("usb0".to_owned()) });
    walked.play();
    let mut case = Case::of_report(walked.window.wizard().report());
    let visitor = case.walks.first().unwrap().address;
    case.evidence.iter_mut().filter(|e| e.vantage == Vantage::Outside).for_each(|e| e.asker = visitor);
    case.answers.heard_both_ways = Some(at().to_zoned(jiff::tz::TimeZone::UTC).date());
    case.journal = vec![entry(lease_seconds)];
    case.mappings = vec![line(lease_seconds)];
    case.office.mappings_at = Some(at());
    let report = judge(&case);
    assert_eq!(report.verdict, TopVerdict::Ready, "{:?}", report.findings);
    assert_eq!(report.ready_until, (lease_seconds > 0).then(|| later(i64::from(lease_seconds) / 60)));
    report
}

fn later(minutes: i64) -> Timestamp {
    at() + SignedDuration::from_mins(minutes)
}

/// A later start, so many minutes after that report was made.
fn start(lease_seconds: u32, minutes: i64) -> Sitting {
    let mut sitting = Sitting::of(Wizard::start(Some(ready(lease_seconds)), later(minutes)).looking_after());
    sitting.now = later(minutes);
    sitting.say(Event::Journal(vec![entry(lease_seconds)]));
    sitting
}

fn started(lease_seconds: u32, minutes: i64) -> Screen {
    open(start(lease_seconds, minutes), [1120.0, 2400.0], egui::Theme::Light)
}

/// Results whose lease is over.
pub fn over() -> Sitting {
    let mut sitting = start(3600, 120);
    // Whoever looks at it speaks for a person's run and not for a round's.
    sitting.orders.clear();
    sitting
}

/// Whether the sentence over everything, its lamp, the rows and the picture say that all stands open, or all that it did.
fn is_lit(screen: &Screen) -> bool {
    let words = said(screen);
    let has = |key: &str| {
        let said = word(key);
        let begins = said.split(&word("not-known")).next().unwrap().to_owned();
        words.iter().filter(|w| w.contains(&begins)).count()
    };
    let is_open = has("top-ready") + has("top-ready-until");
    let (proved, was_proved) = (has("verdict-verified"), has("verdict-was-open"));
    let sitting = screen.state();
    let mut report = sitting.window.wizard().report().clone();
    report.lapsed = Lapsed::of(&report, sitting.window.wizard().happened(), sitting.now);
    let lamp = proof::top_lamp(&report);
    if is_open > 0 {
        assert_eq!((has("top-was-ready"), was_proved, lamp), (0, 0, Lamp::Lit), "{words:?}");
        assert!(proved > 1, "{words:?}");
        return true;
    }
    assert!(has("top-was-ready") > 0, "{words:?}");
    assert!(was_proved > 1, "in a row and in the picture: {words:?}");
    assert_eq!(lamp, Lamp::Dark);
    false
}

#[test]
fn what_rests_on_a_lease_is_lit_until_it_ends_and_again_once_it_is_renewed() {
    assert!(is_lit(&started(3600, 59)));
    let mut screen = started(3600, 120);
    assert!(!is_lit(&screen), "an hour too late");
    ring(&mut screen, None);
    say(&mut screen, look_and_read(Vec::new(), "203.0.113.7"));
    let Command::Renew { .. } = last(&screen) else { panic!("{:?}", last(&screen)) };
    screen.state_mut().now = later(181);
    screen.run();
    assert!(!is_lit(&screen), "while the round is at work");
    let mappings = Event::Mappings { gateway: "192.168.77.1".parse().unwrap(), mappings: vec![line(3600)] };
    say(&mut screen, vec![renewed(Renewed::PutBack), mappings]);
    screen.run();
    assert!(is_lit(&screen), "renewed");
}

#[test]
fn what_was_noticed_since_puts_the_lamp_out() {
    let mut screen = started(0, 60);
    assert!(is_lit(&screen));
    ring(&mut screen, None);
    say(&mut screen, look_and_read(Vec::new(), "203.0.113.7"));
    let Command::Renew { .. } = last(&screen) else { panic!("{:?}", last(&screen)) };
    say(&mut screen, vec![renewed(Renewed::Refused)]);
    let said = announced(&mut screen);
    let happened = screen.state().window.wizard().happened().to_vec();
    let forgot = happened.iter().find(|h| matches!(h.news, News::RouterForgot { .. }));
    let heard = forgot.map(|h| explain_news(&Text::new("en"), None, &h.news));
    assert!(heard.is_some_and(|h| said.contains(&h)), "whoever does not see the lamp hears of it: {said}");
    assert!(!is_lit(&screen), "the router forgot it and refuses it");
    assert!(!is_restless(&screen));
}
