using Unisson.Bot.Kernel;

namespace Unisson.Bot.Communities;

/// <summary>What <c>/setup settings</c> can change.</summary>
public enum Setting
{
    Name,
    Language,
    Zone,
    Holidays,
    Undelivered,
}

/// <summary>Whether something is meant.</summary>
public enum YesNo
{
    Yes,
    No,
}

/// <summary>Lists that people choose from.</summary>
public static class CommunityChoices
{
    public static Choices<Language> Language { get; } = new(
        "language",
        new(Languages.Language.French, "fr", "français", "french"),
        new(Languages.Language.English, "en", "anglais", "english"));

    public static Choices<Setting> Setting { get; } = new(
        "setting",
        new(Communities.Setting.Name, "name"),
        new(Communities.Setting.Language, "language"),
        new(Communities.Setting.Zone, "zone"),
        new(Communities.Setting.Holidays, "holidays"),
        new(Communities.Setting.Undelivered, "undelivered", "non remis"));

    public static Choices<YesNo> YesNo { get; } = new("yes-no", new(Communities.YesNo.Yes, "yes"), new(Communities.YesNo.No, "no"));

    public static Choices<Undelivery> Undelivery { get; } = new("undelivered", new Choice<Undelivery>(Communities.Undelivery.Again, "again", "renvoi"));

    public static Choices<Holidays> Holidays { get; } = new(
        "holidays",
        new(Communities.Holidays.France, "france"),
        new(Communities.Holidays.AlsaceMoselle, "alsace-moselle", "alsace", "moselle"),
        new(Communities.Holidays.Guadeloupe, "guadeloupe"),
        new(Communities.Holidays.Martinique, "martinique"),
        new(Communities.Holidays.Guyane, "guyane", "french guiana"),
        new(Communities.Holidays.Reunion, "reunion", "la réunion"),
        new(Communities.Holidays.Mayotte, "mayotte"),
        new(Communities.Holidays.SaintBarthelemy, "saint-barthelemy", "st barth", "saint barth"),
        new(Communities.Holidays.SaintMartin, "saint-martin", "st martin"),
        new(Communities.Holidays.SaintPierreMiquelon, "saint-pierre-miquelon", "saint pierre et miquelon", "spm"),
        new(Communities.Holidays.NewCaledonia, "new-caledonia", "nouvelle calédonie"),
        new(Communities.Holidays.Polynesia, "polynesia", "polynésie", "tahiti"),
        new(Communities.Holidays.WallisFutuna, "wallis-futuna", "wallis et futuna", "wallis"),
        new(Communities.Holidays.None, "none", "aucun"));

    public static Choices<ChannelUse> Use { get; } = new(
        "channel-use",
        new(ChannelUse.Missions, "missions", "mission"),
        new(ChannelUse.Calls, "calls", "call", "appel"),
        new(ChannelUse.Ledger, "ledger"),
        new(ChannelUse.Digest, "digest"),
        new(ChannelUse.Welcome, "welcome"));
}
