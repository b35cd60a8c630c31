"""The user's verbs. Window and command line are skins over Desk; nothing here knows Qt."""
