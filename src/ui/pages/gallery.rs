//! Every part of the window on one page, in the look that is worn: type, colours, lamps, buttons, cards, fields. For
//! those who work on the window; reached from practice offices only. The names are those of the code.

use std::collections::BTreeMap;
use std::net::Ipv4Addr;

use egui::{Label, RichText, Sense, Stroke, TextStyle, Ui, Vec2};
use jiff::Timestamp;

use crate::domain::plan::ManualRule;
use crate::domain::probe::{Evidence, Family, Identity, Outcome, Vantage};
use crate::domain::report::{self, Finding, Listed, ServiceRow, Severity, Verdict};
use crate::domain::service::{Direction, Need, PortRange, ProbeKind, ServiceId, Transport};
use crate::text::explain;
use crate::ui::colours::tokens;
use crate::ui::lamp::{Lamp, lamp_ui};
use crate::ui::parts::{self, Tone};
use crate::ui::rail;
use crate::ui::scene::Scene;
use crate::ui::screens::by_hand;
use crate::ui::theme::{code_style, palette, space, strong_style, title_style};
use crate::ui::tiles;
use crate::wizard::Action;

const TONES: [(&str, Tone); 4] = [("Calm", Tone::Calm), ("Good", Tone::Good), ("Warn", Tone::Warn), ("Bad", Tone::Bad)];

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::two_columns(
        ui,
        0.5,
        scene,
        |ui, scene| {
            group(ui, scene, "window-gallery-type", types);
            group(ui, scene, "window-gallery-colours", colours);
            group(ui, scene, "window-gallery-space", spaces);
        },
        |ui, scene| {
            group(ui, scene, "window-gallery-lamps", lamps);
            group(ui, scene, "window-gallery-buttons", buttons);
            group(ui, scene, "window-gallery-cards", cards);
            group(ui, scene, "window-gallery-results", results);
            group(ui, scene, "window-gallery-fields", fields);
        },
    );
    // Those that want the whole width.
    parts::card(ui, |ui| {
        rail::stops_ui(ui, scene, 2);
        ui.add_space(space::M);
        by_hand::table(ui, scene, &[rule()]);
    });
}

/// A rule as a plan makes it.
fn rule() -> ManualRule {
    let ports = PortRange::from((10_000, 10_009));
    ManualRule {
        service: ServiceId("rtp".to_owned()),
        name: "rule".to_owned(),
        protocol: Transport::Udp,
        outside: ports,
        inside_address: Some(Ipv4Addr::new(192, 168, 1, 20).into()),
        inside: ports,
        sources: Vec::new(),
    }
}

fn group(ui: &mut Ui, scene: &mut Scene<'_>, key: &str, add: impl FnOnce(&mut Ui, &mut Scene<'_>)) {
    parts::section(ui, &scene.get(key));
    parts::card(ui, |ui| add(ui, scene));
    ui.add_space(space::S);
}

/// The type scale: name, size, and the program's own name in it.
fn types(ui: &mut Ui, scene: &mut Scene<'_>) {
    let styles = [
        ("Heading", TextStyle::Heading),
        ("title", title_style()),
        ("strong", strong_style()),
        ("Body", TextStyle::Body),
        ("Button", TextStyle::Button),
        ("Small", TextStyle::Small),
        ("Monospace", TextStyle::Monospace),
        ("code", code_style()),
    ];
    let colour = palette(ui).ink;
    for (name, style) in styles {
        let size = style.resolve(ui.style()).size;
        let sample = scene.get("window-title");
        ui.add(Label::new(RichText::new(sample).text_style(style).color(colour)).wrap());
        parts::small(ui, &format!("{name} {size}"));
    }
}

fn colours(ui: &mut Ui, _: &mut Scene<'_>) {
    let palette = palette(ui);
    for (name, colour) in tokens(palette) {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(44.0, 22.0), Sense::hover());
            ui.painter().rect(rect, 5.0, colour, Stroke::new(1.0, palette.edge), egui::StrokeKind::Inside);
            let hex = colour.to_hex();
            parts::technical(ui, &format!("{name} {}", hex.strip_suffix("ff").unwrap_or(&hex)));
        });
    }
}

fn spaces(ui: &mut Ui, _: &mut Scene<'_>) {
    for (name, width) in [("XS", space::XS), ("S", space::S), ("M", space::M), ("L", space::L), ("XL", space::XL)] {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(width, 14.0), Sense::hover());
            ui.painter().rect_filled(rect, 0.0, palette(ui).accent);
            parts::technical(ui, &format!("{name} {width}"));
        });
    }
}

fn lamps(ui: &mut Ui, _: &mut Scene<'_>) {
    for lamp in [Lamp::Lit, Lamp::Locked, Lamp::Guests, Lamp::Trouble, Lamp::Alarm, Lamp::Dark] {
        let name = format!("{lamp:?}");
        ui.horizontal(|ui| {
            lamp_ui(ui, lamp, &name);
            parts::technical(ui, &name);
        });
    }
}

fn buttons(ui: &mut Ui, scene: &mut Scene<'_>) {
    ui.horizontal_wrapped(|ui| {
        parts::large(ui, "large", true);
        parts::primary(ui, "primary", true);
        parts::secondary(ui, "secondary", true);
        parts::quiet(ui, "quiet", true);
    });
    ui.horizontal_wrapped(|ui| {
        parts::primary(ui, "primary, off", false);
        parts::secondary(ui, "secondary, off", false);
        parts::quiet(ui, "quiet, off", false);
    });
    let mut ticked = true;
    ui.checkbox(&mut ticked, "checkbox");
    let _ = ui.radio(true, "radio");
    scene.button(ui, &scene.get("window-recheck"), Action::Recheck);
}

fn cards(ui: &mut Ui, _: &mut Scene<'_>) {
    for (name, tone) in TONES {
        parts::toned_card(ui, tone, |ui| {
            parts::badge(ui, tone, name);
            parts::title(ui, "toned_card");
            parts::body(ui, "body");
            parts::soft(ui, "soft");
            parts::small(ui, "small");
            parts::drawer(ui, name, "drawer", |ui| parts::technical(ui, "technical"));
        });
        parts::note(ui, tone, "note");
    }
    parts::progress(ui, 2, 5, "progress 2/5");
    tiles::lamp_line(ui, Lamp::Lit, "lamp_line", "label", "said");
}

/// What a report is made of on the screen: entrances, a finding with its drawer, a line of evidence.
fn results(ui: &mut Ui, scene: &mut Scene<'_>) {
    for verdict in [Verdict::Verified, Verdict::NoAnswer] {
        tiles::entrance(ui, scene, &row(verdict));
    }
    let mut finding = Finding {
        code: "no-network".to_owned(),
        severity: Severity::Blocker,
        services: Vec::new(),
        words: report::Words::default(),
        evidence: Vec::new(),
        folded: Vec::new(),
        args: BTreeMap::new(),
    };
    finding.words = explain::explain(scene.words.text(), &finding);
    tiles::finding(ui, scene, &finding);
    parts::technical(ui, &tiles::evidence_line(scene.words, &evidence()));
}

fn row(verdict: Verdict) -> ServiceRow {
    ServiceRow {
        id: ServiceId("sip-udp".to_owned()),
        label: "SIP".to_owned(),
        protocol: Transport::Udp,
        ports: PortRange::from((5060, 5060)),
        direction: Direction::Inbound,
        need: Need::Required,
        selected: true,
        inside: Outcome::Answered,
        router: Listed::Mapped,
        outside: if verdict == Verdict::Verified { Outcome::Answered } else { Outcome::Silent },
        outside_ipv6: Outcome::NotChecked,
        verdict,
        because: None,
        unconfirmed: false,
        not_shown: Vec::new(),
    }
}

fn evidence() -> Evidence {
    Evidence {
        service: Some(ServiceId("sip-udp".to_owned())),
        vantage: Vantage::Outside,
        probe: ProbeKind::Sip,
        transport: Transport::Udp,
        target: (Ipv4Addr::new(203, 0, 113, 5), 5060).into(),
        family: Family::Ipv4,
        outcome: Outcome::Answered,
        identity: Identity::Proved,
        at: Timestamp::UNIX_EPOCH,
        elapsed_ms: 24,
        seen: Some("200 OK".to_owned()),
        fingerprint: None,
        asker: None,
        reused: false,
    }
}

fn fields(ui: &mut Ui, _: &mut Scene<'_>) {
    let mut nothing = String::new();
    tiles::field(ui, "field", "hint", &mut nothing);
    let mut code = "SEA1QX-7H2KP4-M9TRZ3".to_owned();
    tiles::code_field(ui, "code_field", "hint", &mut code);
}
