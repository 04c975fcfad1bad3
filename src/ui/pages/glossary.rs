//! Words explained: each technical word, what it is in the picture, and what it means.

use egui::Ui;

use crate::ui::parts;
use crate::ui::scene::Scene;
use crate::ui::theme::{palette, space};

/// Keys of the words, without what they all begin with.
pub const WORDS: [&str; 36] = [
    "carrier-nat",
    "dhcp",
    "dns",
    "double-nat",
    "extension",
    "fail2ban",
    "firewall",
    "fixed-address",
    "hairpin",
    "helper",
    "hud",
    "iax",
    "ipv6",
    "lease",
    "loss",
    "nat",
    "never-port",
    "pcp",
    "phone-system",
    "port",
    "port-forward",
    "private-address",
    "public-address",
    "registration",
    "router",
    "rtp",
    "sip",
    "sip-alg",
    "sip-trunk",
    "stun",
    "tcp-udp",
    "tls",
    "toll-fraud",
    "upnp",
    "vpn",
    "whitelist",
];

pub(super) fn body(ui: &mut Ui, scene: &mut Scene<'_>) {
    let mut words: Vec<(String, &str)> =
        WORDS.iter().map(|word| (scene.get(&format!("word-{word}.term")), *word)).collect();
    // As in a dictionary, in whatever language.
    words.sort_by_key(|(term, _)| term.to_lowercase());
    let (left, right) = words.split_at(words.len().div_ceil(2));
    parts::two_columns(ui, 0.5, scene, |ui, scene| column(ui, scene, left), |ui, scene| column(ui, scene, right));
}

fn column(ui: &mut Ui, scene: &Scene<'_>, words: &[(String, &str)]) {
    for (term, word) in words {
        parts::card(ui, |ui| {
            parts::title(ui, term);
            let picture = scene.get(&format!("word-{word}.picture"));
            parts::coloured(
                ui,
                palette(ui).accent,
                &scene.words.with("window-glossary-picture", [("picture", &picture)]),
            );
            parts::body(ui, &scene.get(&format!("word-{word}")));
        });
        ui.add_space(space::XS);
    }
}
