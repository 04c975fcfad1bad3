//! Knocking from outside: step outside with this computer, or ask a colleague by code.

use std::net::IpAddr;

use egui::{ComboBox, Label, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use crate::domain::invitation::link;
use crate::domain::office::{AddressFrom, Answers, Aside};
use crate::domain::outbound::ServerName;
use crate::ui::parts::{self, Tone};
use crate::ui::scene::{Scene, Wish};
use crate::ui::theme::{code_style, palette, space};
use crate::ui::tiles;
use crate::ui::words::{when, wrapped_code};
use crate::wizard::{Action, Knock};

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, knock: &Knock) {
    super::progress(ui, scene);
    match knock {
        Knock::Choose => choose(ui, scene),
        Knock::Inviting | Knock::Walking => crate::ui::picture::picture_ui(ui, scene, scene.report),
        Knock::Invited { code, expires } => {
            hand_over(ui, scene, code, &when(*expires));
            ui.add_space(space::S);
            answer(ui, scene);
        }
    }
}

pub(super) fn bar(ui: &mut Ui, scene: &mut Scene<'_>, knock: &Knock) {
    match knock {
        Knock::Inviting | Knock::Walking => super::cancel(ui, scene),
        Knock::Choose | Knock::Invited { .. } => {
            if scene.wizard.is_busy() {
                super::cancel(ui, scene);
            } else {
                scene.button(ui, &scene.get("window-knock-skip"), Action::SkipKnock);
            }
        }
    }
}

fn choose(ui: &mut Ui, scene: &mut Scene<'_>) {
    let office = &scene.report.office;
    let is_typed = office.public_address_from == Some(AddressFrom::Typed);
    match office.public_address.filter(|_| !(is_typed && scene.drafts.street_again)) {
        Some(address) => {
            parts::soft(ui, &scene.words.with("window-knock-at", [("address", &address)]));
            if is_typed {
                parts::soft(ui, &scene.get("window-street-typed"));
                scene.drafts.street_again = parts::quiet(ui, &scene.get("window-street-other"), true).clicked();
            }
        }
        None => street_address(ui, scene),
    }
    ui.add_space(space::S);
    parts::two_columns(
        ui,
        0.5,
        scene,
        |ui, scene| parts::card(ui, |ui| step_outside(ui, scene)),
        |ui, scene| {
            parts::card(ui, |ui| {
                parts::title(ui, &scene.get("window-ask-colleague.title"));
                parts::soft(ui, &scene.get("window-ask-colleague.lead"));
                ui.add_space(space::S);
                scene.button(ui, &scene.get("window-ask-colleague"), Action::AskColleague);
            });
            ui.add_space(space::S);
            answer(ui, scene);
            if scene.wizard.practice().is_none() {
                ui.add_space(space::S);
                standing_helper(ui, scene);
            }
        },
    );
}

/// Somebody runs a helper for this office: their link is all it takes.
fn standing_helper(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::card(ui, |ui| {
        let name = scene.get("window-helper.title");
        parts::title(ui, &name);
        parts::soft(ui, &scene.get("window-helper.lead"));
        let hint = scene.get("window-helper-hint");
        tiles::field(ui, &name, &hint, &mut scene.drafts.helper);
        offered(ui, scene);
        let action = Action::AskHelper(scene.drafts.helper.clone());
        scene.button(ui, &scene.get("window-helper"), action);
    });
}

/// Whose helper stands in the box, where a phone company put it there.
fn offered(ui: &mut Ui, scene: &Scene<'_>) {
    let is_offered = scene.wizard.offered_helper().is_some_and(|link| link == scene.drafts.helper);
    if let Some(letterhead) = scene.words.text().letterhead().filter(|_| is_offered) {
        parts::soft(ui, &scene.words.with("window-helper-offered", [("name", &letterhead.name)]));
    }
}

/// Nobody could say the street address, so the owner may.
fn street_address(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::toned_card(ui, Tone::Warn, |ui| {
        let name = scene.get("window-street.title");
        parts::title(ui, &name);
        parts::body(ui, &scene.get("window-street.lead"));
        let hint = scene.get("window-street-hint");
        tiles::field(ui, &name, &hint, &mut scene.drafts.street);
        match scene.drafts.street() {
            Err(()) => parts::note(ui, Tone::Bad, &scene.get("window-wrong-street")),
            Ok(Some(address)) => use_street(ui, scene, "window-use-address", Some(address)),
            // An empty box takes back what was typed.
            Ok(None) if scene.wizard.case().answers.public_address.is_some() => {
                use_street(ui, scene, "window-street-clear", None);
            }
            Ok(None) => {}
        }
        // A server is asked for an address that nobody knows, and not for another one.
        if scene.report.office.public_address.is_none() {
            ui.add_space(space::S);
            named_server(ui, scene);
        }
    });
}

/// The button that makes it the street address.
fn use_street(ui: &mut Ui, scene: &mut Scene<'_>, key: &str, public_address: Option<IpAddr>) {
    let answers = Answers { public_address, ..scene.wizard.case().answers.clone() };
    let wish = Wish::from(Action::Answer(Box::new(answers)));
    if parts::secondary(ui, &scene.get(key), scene.can(&wish)).clicked() {
        scene.drafts.street_again = false;
        scene.wishes.push(wish);
    }
}

/// A server out there may be asked, if the owner names one and says yes.
fn named_server(ui: &mut Ui, scene: &mut Scene<'_>) {
    let name = scene.get("window-stun");
    parts::soft(ui, &scene.get("window-stun.lead"));
    let hint = scene.get("window-stun-hint");
    tiles::field(ui, &name, &hint, &mut scene.drafts.stun);
    let typed = scene.drafts.stun.trim().to_owned();
    match typed.parse::<ServerName>() {
        Ok(server) => {
            let yes = scene.words.with("window-stun-ask", [("server", &server.host)]);
            scene.button(ui, &yes, Action::AskStun(typed));
        }
        Err(_) if typed.is_empty() => {}
        Err(_) => parts::note(ui, Tone::Bad, &scene.get("window-wrong-server")),
    }
}

fn step_outside(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::title(ui, &scene.get("window-step-outside.title"));
    parts::soft(ui, &scene.get("window-step-outside.lead"));
    ui.add_space(space::XS);
    if scene.wizard.practice().is_some() {
        parts::note(ui, Tone::Calm, &scene.get("window-practice-knock"));
    } else {
        for step in ["window-outside-first", "window-outside-second", "window-outside-third"] {
            parts::body(ui, &scene.get(step));
        }
        offer_other_adapter(scene);
        adapter_combo(ui, scene);
        scene.button(ui, &scene.get("window-adapter-again"), Action::LookForAdapters);
    }
    ui.add_space(space::S);
    let interface = scene.drafts.interface.clone();
    scene.primary(ui, &scene.get("window-step-outside"), Action::StepOutside { interface });
}

/// A second adapter is most likely the mobile phone's, so it is chosen until the owner says otherwise.
fn offer_other_adapter(scene: &mut Scene<'_>) {
    let asides = scene.report.office.asides();
    let other = asides.iter().find(|a| !a.is_virtual);
    if let Some(other) = other.filter(|_| !scene.drafts.adapter_offered) {
        scene.drafts.interface = Some(other.name.to_owned());
        scene.drafts.adapter_offered = true;
    }
}

/// Which adapter leads to the other street.
pub(super) fn adapter_combo(ui: &mut Ui, scene: &mut Scene<'_>) {
    let asides = scene.report.office.asides();
    if asides.is_empty() {
        scene.drafts.interface = None;
        parts::small(ui, &scene.get("window-adapter-only-one"));
        return;
    }
    let mut chosen = scene.drafts.interface.take();
    choose_adapter(ui, scene, ["window-adapter", "window-adapter-whole"], &asides, &mut chosen);
    scene.drafts.interface = chosen;
}

/// The same choice on other pages that lead outside: what was chosen for a knock is not used there unseen.
pub(super) fn way_out(ui: &mut Ui, scene: &mut Scene<'_>) {
    if scene.report.office.asides().is_empty() || scene.wizard.practice().is_some() {
        scene.drafts.interface = None;
    } else {
        adapter_combo(ui, scene);
    }
}

/// A box with these adapters, and above them what it means to choose none. `keys`: its name, and none.
pub(super) fn choose_adapter(
    ui: &mut Ui,
    scene: &Scene<'_>,
    keys: [&str; 2],
    asides: &[Aside<'_>],
    chosen: &mut Option<String>,
) {
    let [name, none] = keys.map(|key| scene.get(key));
    let label = |a: &Aside<'_>| match a.address {
        Some(address) => scene.words.with("window-adapter-line", [("name", &a.name), ("address", &address)]),
        None => scene.words.with("window-adapter-over-ipv6", [("name", &a.name)]),
    };
    let known = asides.iter().find(|a| Some(a.name) == chosen.as_deref());
    let shown = known.map_or_else(|| none.clone(), label);
    *chosen = known.map(|a| a.name.to_owned());
    let width = ui.available_width().min(420.0);
    parts::small(ui, &name);
    let combo = ComboBox::from_id_salt(&name).selected_text(shown).width(width).truncate();
    let shown = combo.show_ui(ui, |ui| {
        ui.selectable_value(chosen, None, &none);
        for aside in asides {
            ui.selectable_value(chosen, Some(aside.name.to_owned()), label(aside));
        }
    });
    shown.response.accessible_name(name);
}

/// The code for the colleague: to read aloud, to copy, to scan.
fn hand_over(ui: &mut Ui, scene: &mut Scene<'_>, code: &str, until: &str) {
    parts::card(ui, |ui| {
        parts::title(ui, &scene.get("window-hand-over.title"));
        parts::soft(ui, &scene.get("window-hand-over.lead"));
        ui.add_space(space::S);
        let side = (ui.available_width() * 0.3).clamp(120.0, 190.0);
        let room = ui.available_width() - side - space::L;
        if room < 280.0 {
            to_read(ui, scene, code, until);
            picture(ui, scene, code, side);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(room);
                to_read(ui, scene, code, until);
            });
            picture(ui, scene, code, side);
        });
    });
}

fn to_read(ui: &mut Ui, scene: &mut Scene<'_>, code: &str, until: &str) {
    big_code(ui, code);
    ui.add_space(space::S);
    ui.horizontal_wrapped(|ui| scene.copy(ui, &scene.get("window-copy-code"), "code", || code.to_owned()));
    ui.horizontal_wrapped(|ui| scene.copy(ui, &scene.get("window-copy-link"), "link", || link(code)));
    parts::small(ui, &scene.words.with("window-expires", [("until", &until)]));
}

/// Capital letters take less room in the picture, and a link may be written in them.
fn picture(ui: &mut Ui, scene: &Scene<'_>, code: &str, side: f32) {
    qr(ui, &link(code).to_ascii_uppercase(), side, &scene.get("window-qr"));
}

/// A code in short lines of groups.
pub(super) fn big_code(ui: &mut Ui, code: &str) {
    let colour = palette(ui).ink;
    let groups = match ui.available_width() {
        wide if wide > 420.0 => 4,
        usual if usual > 320.0 => 3,
        _ => 2,
    };
    parts::noted(ui, Tone::Calm, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for line in wrapped_code(code, groups) {
            ui.add(Label::new(RichText::new(line).text_style(code_style()).color(colour)).extend());
        }
    });
}

/// The same code for a camera. Dark on light in both looks: readers need it so.
fn qr(ui: &mut Ui, code: &str, side: f32, name: &str) {
    let Ok(qr) = qrcode::QrCode::with_error_correction_level(code.as_bytes(), qrcode::EcLevel::L) else { return };
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(side), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, name));
    let modules = qr.width();
    let quiet_zone = 4;
    let across = parts::measure(modules + 2 * quiet_zone);
    let module = (side / across * ui.pixels_per_point()).floor() / ui.pixels_per_point();
    let drawn = module * across;
    let painter = ui.painter();
    let area = egui::Rect::from_center_size(rect.center(), Vec2::splat(drawn));
    painter.rect_filled(area, 6.0, crate::ui::theme::QR_LIGHT);
    let corner = area.min + Vec2::splat(module * parts::measure(quiet_zone));
    for (at, colour) in qr.to_colors().into_iter().enumerate() {
        if colour == qrcode::Color::Dark {
            let offset = Vec2::new(parts::measure(at % modules), parts::measure(at / modules)) * module;
            let dot = egui::Rect::from_min_size(corner + offset, Vec2::splat(module));
            painter.rect_filled(dot, 0.0, crate::ui::theme::QR_DARK);
        }
    }
}

/// What came back.
fn answer(ui: &mut Ui, scene: &mut Scene<'_>) {
    parts::card(ui, |ui| {
        let name = scene.get("window-give-result.title");
        parts::title(ui, &name);
        parts::soft(ui, &scene.get("window-give-result.lead"));
        let hint = scene.get("window-code-hint");
        tiles::code_field(ui, &name, &hint, &mut scene.drafts.result_code);
        let action = Action::GiveResult(scene.drafts.result_code.clone());
        if matches!(scene.wizard.step(), crate::wizard::Step::Knock(Knock::Invited { .. })) {
            scene.primary(ui, &scene.get("window-give-result"), action);
        } else {
            scene.button(ui, &scene.get("window-give-result"), action);
        }
    });
}
