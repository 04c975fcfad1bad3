//! Makes of desk phones, as they name themselves.

/// In their answers over SIP and on their pages alike, lower case.
pub const DESK_PHONES: [&str; 21] = [
    "yealink",
    "polycom",
    "polyvvx",
    "polyedge",
    "plcm",
    "snom",
    "cisco-cp",
    "cisco/spa",
    "sipura",
    "grandstream gxp",
    "grandstream gxv",
    "grandstream grp",
    "grandstream wp",
    "aastra",
    "mitel 68",
    "mitel 69",
    "fanvil",
    "htek",
    "gigaset",
    "escene",
    "akuvox",
];
