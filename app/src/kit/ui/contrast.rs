//! The colours of the style sheet have the contrast that WCAG 2.2 AA asks for, on each side, in light and in dark.

use std::collections::HashMap;

const TOKENS: &str = include_str!("../../../../style/tokens.css");

/// Colours by name, as relative luminance.
type Palette = HashMap<String, f64>;

/// The luminance of `#rgb` or `#rrggbb`, by the formula of WCAG 2.2.
fn luminance(colour: &str) -> Option<f64> {
    let digits: Vec<f64> =
        colour.trim().strip_prefix('#')?.chars().map(|c| c.to_digit(16).map(f64::from)).collect::<Option<_>>()?;
    let parts = match *digits.as_slice() {
        [r, g, b] => [r * 17.0, g * 17.0, b * 17.0],
        [r, r2, g, g2, b, b2] => [r * 16.0 + r2, g * 16.0 + g2, b * 16.0 + b2],
        _ => return None,
    };
    let [r, g, b] = parts.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    Some(0.2126 * r + 0.7152 * g + 0.0722 * b)
}

/// The rule sets of the sheet in their order: light and dark, each with the side it is for.
fn palettes() -> Vec<(String, Palette)> {
    let (light, dark) = TOKENS.split_once("@media screen").unwrap();
    let mut found = Vec::new();
    for (name, half) in [("light", light), ("dark", dark)] {
        let mut all = Palette::new();
        for rule in half.split('}') {
            let Some((selector, body)) = rule.rsplit_once('{') else { continue };
            let colours = body.split(';').filter_map(|line| {
                let (token, value) = line.trim().strip_prefix("--")?.split_once(':')?;
                Some((token.to_owned(), luminance(value)?))
            });
            let mut palette = all.clone();
            palette.extend(colours);
            if selector.contains(":root") {
                all = palette.clone();
            }
            found.push((format!("{name}, {}", selector.lines().last().unwrap_or_default().trim()), palette));
        }
    }
    found
}

#[test]
fn words_edges_and_charts_can_be_told_from_what_is_behind_them() {
    let mut pairs: Vec<(&str, &str, f64)> = Vec::new();
    for behind in ["paper", "card", "wash"] {
        pairs.extend(
            ["ink", "soft", "side", "side-strong", "ok", "warn", "bad", "calm"].map(|word| (word, behind, 4.5)),
        );
        pairs.extend(["edge", "focus", "attended", "custody", "health", "patient"].map(|shape| (shape, behind, 3.0)));
    }
    pairs.extend(["ink", "soft", "side", "side-strong"].map(|word| (word, "side-wash", 4.5)));
    for (tone, wash) in [("ok", "ok-wash"), ("warn", "warn-wash"), ("bad", "bad-wash"), ("calm", "calm-wash")] {
        pairs.extend([(tone, wash, 4.5), ("ink", wash, 4.5), ("soft", wash, 4.5)]);
    }
    pairs.extend([("on-side", "side", 4.5), ("on-side", "side-strong", 4.5), ("focus", "side-wash", 3.0)]);

    let palettes = palettes();
    assert_eq!(palettes.len(), 6, "{:?}", palettes.iter().map(|(name, _)| name).collect::<Vec<_>>());
    for (name, palette) in &palettes {
        for (front, behind, least) in &pairs {
            let (front_light, behind_light) = (palette[*front] + 0.05, palette[*behind] + 0.05);
            let contrast = front_light.max(behind_light) / front_light.min(behind_light);
            assert!(contrast >= *least, "{name}: {front} on {behind} has {contrast:.2}");
        }
    }
}
