//! The witness as a script for phone systems too old for this program: Perl 5.8, nothing beyond its core, no root. The
//! text stands in `assets/witness.pl`.

use crate::domain::service::PortRange;
use crate::helper::token::VoiceKey;

const TEMPLATE: &str = include_str!("../../assets/witness.pl");

/// The script for these ports, this code's key and so many minutes.
pub fn script(ports: PortRange, key: &VoiceKey, minutes: u32) -> String {
    TEMPLATE
        .replace("@FIRST@", &ports.first.to_string())
        .replace("@LAST@", &ports.last.to_string())
        .replace("@MINUTES@", &minutes.to_string())
        .replace("@KEY@", &key.hex())
}
