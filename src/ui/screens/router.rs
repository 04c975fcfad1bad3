//! Your building: the routers that were found, and what must be settled before anything is proposed.

use egui::Ui;

use crate::domain::office::{AddressFrom, Gateway};
use crate::ui::parts::{self, Tone};
use crate::ui::scene::Scene;
use crate::ui::theme::space;
use crate::ui::{picture, tiles};
use crate::wizard::{BEFORE_A_PLAN, Search};

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>, search: Search) {
    super::progress(ui, scene);
    picture::picture_ui(ui, scene, scene.report);
    ui.add_space(space::M);
    let gateways = &scene.report.office.gateways;
    for gateway in gateways {
        gateway_card(ui, scene, gateway);
        ui.add_space(space::S);
    }
    if gateways.is_empty() && search == Search::Done {
        parts::note(ui, Tone::Warn, &scene.get("window-no-router"));
        ui.add_space(space::S);
    }
    if search == Search::Done {
        tiles::findings_of(ui, scene, &BEFORE_A_PLAN);
    }
}

fn gateway_card(ui: &mut Ui, scene: &Scene<'_>, gateway: &Gateway) {
    let many = scene.report.office.gateways.len() > 1;
    parts::card(ui, |ui| {
        let name = gateway.name().unwrap_or_else(|| scene.get("window-router-nameless"));
        ui.horizontal_wrapped(|ui| {
            parts::title(ui, &name);
            if many && gateway.is_default {
                parts::badge(ui, Tone::Calm, &scene.get("window-router-default"));
            }
        });
        parts::small(ui, &scene.words.with("window-router-at", [("address", &gateway.address)]));
        ui.add_space(space::XS);
        let fact = |ui: &mut Ui, key: &str, value: &str| {
            ui.horizontal_wrapped(|ui| {
                parts::soft(ui, &scene.get(key));
                parts::strong(ui, value);
            });
        };
        let office = &scene.report.office;
        if gateway.is_default || !many {
            let street = office.public_address.map_or_else(|| scene.get("window-unknown"), |a| a.to_string());
            let from = office.public_address_from.map(|f| scene.get(&format!("address-from-{}", from_id(f))));
            let street = from.map_or_else(
                || street.clone(),
                |from| scene.words.with("window-street-said", [("street", &street), ("from", &from)]),
            );
            fact(ui, "window-router-street", &street);
        }
        fact(ui, "window-router-takes", &scene.words.control(gateway.control));
    });
}

const fn from_id(from: AddressFrom) -> &'static str {
    match from {
        AddressFrom::Router => "router",
        AddressFrom::PhonesUse => "phones-use",
        AddressFrom::Typed => "typed",
        AddressFrom::Stun => "stun",
        AddressFrom::Outside => "outside",
    }
}
