using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>What Discord's file requires of its answers, and what is the same for every server and application here.</summary>
internal static class Constant
{
    public static JsonObject Guild() => JsonNode.Parse("""
        {
          "icon": null, "description": null, "home_header": null, "splash": null, "discovery_splash": null, "banner": null, "application_id": null,
          "region": "deprecated", "afk_channel_id": null, "afk_timeout": 300, "system_channel_flags": 0, "widget_enabled": false, "widget_channel_id": null,
          "verification_level": 0, "default_message_notifications": 1, "mfa_level": 0, "explicit_content_filter": 0, "max_presences": null, "max_members": 500000,
          "max_stage_video_channel_users": 50, "max_video_channel_users": 25, "vanity_url_code": null, "premium_tier": 0, "premium_subscription_count": 0,
          "rules_channel_id": null, "safety_alerts_channel_id": null, "public_updates_channel_id": null, "premium_progress_bar_enabled": false,
          "nsfw": false, "nsfw_level": 0, "emojis": [], "stickers": [], "incidents_data": null, "features": []
        }
        """)!.AsObject();

    public static JsonObject Application() => JsonNode.Parse("""
        {
          "icon": null, "description": "", "type": null, "bot_public": true, "bot_require_code_grant": false, "flags": 0, "flags_new": "0", "redirect_uris": [],
          "interactions_endpoint_url": null, "role_connections_verification_url": null, "approximate_guild_count": 1, "approximate_user_install_count": 0,
          "approximate_user_authorization_count": 0, "explicit_content_filter": 0, "team": null, "eligible_oauth2_scopes": []
        }
        """)!.AsObject();
}
