use crate::common::CommonError;

const NAME_LIMIT: usize = 100;

/// A name without the white space around it.
pub(super) fn name(text: &str) -> Result<String, CommonError> {
    let name = text.trim();
    if (1..=NAME_LIMIT).contains(&name.chars().count()) {
        Ok(name.to_owned())
    } else {
        Err(CommonError::InvalidName { limit: NAME_LIMIT })
    }
}

/// Whether the text has the form of an email address that can be written to over the internet: the unquoted form of
/// RFC 5321, with a domain of at least two labels.
pub(super) fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else {
        return false;
    };
    text.len() <= 254
        && local.len() <= 64
        && local.split('.').all(is_atom)
        && domain.contains('.')
        && domain.split('.').all(is_label)
}

fn is_atom(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    !text.is_empty() && text.bytes().all(allowed)
}

fn is_label(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&text.len()) && text.bytes().all(allowed) && !text.starts_with('-') && !text.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::is_email;

    #[test]
    fn email_addresses() {
        for address in [
            "ada@example.com",
            "ada.lovelace+list@mail.example.co.uk",
            "o'hara@xn--bcher-kva.example",
        ] {
            assert!(is_email(address), "{address}");
        }
        for text in [
            "",
            "ada",
            "@example.com",
            "ada@",
            "ada@localhost",
            "ada@@example.com",
            "ada lovelace@example.com",
            ".ada@example.com",
            "ada..b@example.com",
            "ada@example..com",
            "ada@-example.com",
            "ada@example.com\n",
            "Ada <ada@example.com>",
        ] {
            assert!(!is_email(text), "{text}");
        }
        assert!(!is_email(&format!("{}@example.com", "a".repeat(65))));
    }
}
