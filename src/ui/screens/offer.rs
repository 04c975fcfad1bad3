//! The plan: what would be opened, what is there, what stays locked. Nothing is done before the yes.

use egui::Ui;

use crate::domain::office::Answers;
use crate::domain::plan::{Intent, Plan, PlanLine};
use crate::domain::plan_ipv6::PinholePlan;
use crate::domain::report::Verdict;
use crate::text::explain::open_to;
use crate::ui::lamp::Lamp;
use crate::ui::parts::{self, Tone};
use crate::ui::scene::{Enter, Scene};
use crate::ui::theme::space;
use crate::ui::{picture, tiles};
use crate::wizard::Action;

/// Findings that the plan must not hide behind its locked cabinets.
const OPEN_CABINETS: [&str; 2] = ["must-stay-shut-is-open", "phone-web-page-exposed"];

/// The groups that lines are shown in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Open,
    ByHand,
    There,
    Locked,
    Out,
}

impl Group {
    const ALL: [Self; 5] = [Self::Open, Self::ByHand, Self::There, Self::Locked, Self::Out];

    const fn of(intent: Intent) -> Self {
        match intent {
            Intent::Open => Self::Open,
            Intent::ByHand(_) | Intent::HeldByAnother(_) | Intent::ListedWrong => Self::ByHand,
            Intent::AlreadyThere => Self::There,
            Intent::StayShut => Self::Locked,
            Intent::MustGetOut => Self::Out,
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Open => "window-offer-open",
            Self::ByHand => "window-offer-by-hand",
            Self::There => "window-offer-there",
            Self::Locked => "window-offer-locked",
            Self::Out => "window-offer-out",
        }
    }

    const fn lamp(self) -> Lamp {
        match self {
            Self::Open | Self::ByHand | Self::Out => Lamp::Dark,
            Self::There => Lamp::Lit,
            Self::Locked => Lamp::Locked,
        }
    }
}

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, plan: &Plan) {
    if let Some(open_to) = open_to(scene.words.text(), plan, &scene.report.answers) {
        parts::note(ui, Tone::Warn, &open_to);
        ui.add_space(space::S);
    }
    if plan.changes.is_empty() {
        parts::note(ui, Tone::Calm, &scene.get("window-offer-nothing"));
        ui.add_space(space::S);
    }
    tiles::findings_of(ui, scene, &OPEN_CABINETS);
    picture::doors_ui(ui, scene, scene.report);
    ui.add_space(space::S);
    for group in Group::ALL {
        let lines: Vec<&PlanLine> = plan.lines.iter().filter(|l| Group::of(l.intent) == group).collect();
        if lines.is_empty() {
            continue;
        }
        let heading = scene.words.count(group.key(), lines.len());
        // Cabinets and outgoing rows are many and need no decision: named, and one click away.
        if matches!(group, Group::Locked | Group::Out) {
            parts::card(ui, |ui| {
                parts::drawer(ui, group.key(), &heading, |ui| {
                    for line in &lines {
                        line_ui(ui, scene, line, group.lamp());
                    }
                });
            });
        } else {
            parts::section(ui, &heading);
            parts::card(ui, |ui| {
                for line in &lines {
                    line_ui(ui, scene, line, group.lamp());
                }
            });
        }
        ui.add_space(space::S);
    }
    if let Some(over_ipv6) = &plan.over_ipv6 {
        over_ipv6_ui(ui, scene, over_ipv6);
    }
}

/// A part of its own: over IPv6 nothing is opened that was not ticked.
fn over_ipv6_ui(ui: &mut Ui, scene: &mut Scene<'_>, plan: &PinholePlan) {
    parts::section(ui, &scene.get("window-offer-over-ipv6"));
    parts::card(ui, |ui| {
        let mut wanted = plan.wanted;
        if ui.checkbox(&mut wanted, scene.get("window-offer-over-ipv6-wanted")).changed() {
            scene.drafts.answers.over_ipv6 = wanted;
            let answers = Answers { over_ipv6: wanted, ..scene.report.answers.clone() };
            scene.wishes.push(Action::Answer(Box::new(answers)).into());
        }
        parts::small(ui, &scene.get("window-offer-over-ipv6.lead"));
        // The same rows stand above, and what can be opened and shut there has a name of its own.
        ui.push_id("over-ipv6", |ui| {
            for line in plan.lines.iter().filter(|_| plan.wanted) {
                line_ui(ui, scene, line, Group::of(line.intent).lamp());
            }
        });
        if let Some(command) = plan.there.as_ref().filter(|_| plan.wanted) {
            tiles::command_ui(ui, scene, command);
        }
    });
    ui.add_space(space::S);
}

pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>, plan: &Plan) {
    if plan.changes.is_empty() {
        scene.primary(ui, &scene.get("window-show-by-hand"), Action::ShowByHand);
        return;
    }
    let label = scene.words.count("window-approve", super::opening::entrances(&plan.changes).len());
    scene.primary_with(ui, &label, Action::Approve, Enter::WithCtrl);
    scene.button(ui, &scene.get("window-i-make-them"), Action::ShowByHand);
}

fn line_ui(ui: &mut Ui, scene: &Scene<'_>, line: &PlanLine, lamp: Lamp) {
    let service = scene.profile().and_then(|p| p.service(&line.service));
    let name = match (service, line.intent) {
        // A cabinet is known by what is in it.
        (Some(service), Intent::StayShut | Intent::MustGetOut) => scene.words.text().said(&service.label).to_owned(),
        (Some(service), _) => scene.words.plate(service),
        (None, _) => line.service.to_string(),
    };
    let label = service.map_or_else(String::new, |s| {
        scene.words.with(
            "window-ports",
            [("label", &scene.words.text().said(&s.label)), ("protocol", &s.protocol.name()), ("ports", &line.ports)],
        )
    });
    let exposed = scene.report.services.iter().any(|r| r.id == line.service && r.verdict == Verdict::Exposed);
    if exposed {
        tiles::lamp_line(ui, Lamp::Alarm, &name, &label, &scene.words.verdict(Verdict::Exposed));
    } else {
        tiles::lamp_line(ui, lamp, &name, &label, &why(scene, line.intent));
    }
    parts::indented(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if let Some(service) = service {
            parts::small(ui, scene.words.text().said(&service.purpose));
            if Group::of(line.intent) == Group::Open
                && let Some(warning) = &service.warning
            {
                parts::drawer(ui, ("warning", &service.id), &scene.get("window-technician"), |ui| {
                    parts::small(ui, warning);
                });
            }
        }
        if service.is_some_and(crate::domain::service::Service::is_unconfirmed) {
            parts::badge(ui, Tone::Warn, &scene.get("window-not-confirmed"));
        }
    });
    ui.add_space(space::XS);
}

fn why(scene: &Scene<'_>, intent: Intent) -> String {
    match intent {
        Intent::Open => scene.get("intent-open"),
        Intent::AlreadyThere => scene.get("intent-already-there"),
        Intent::HeldByAnother(client) => scene.words.with("intent-held-by-another", [("client", &client)]),
        Intent::ListedWrong => scene.get("intent-listed-wrong"),
        Intent::ByHand(why) => scene.get(&format!("by-hand-{}", why.id())),
        Intent::StayShut => scene.get("intent-stay-shut"),
        Intent::MustGetOut => scene.get("intent-must-get-out"),
    }
}
