using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Communities;

/// <summary><c>/setup settings</c>: alone it lists what is set; with a key and a value it changes one.</summary>
public static class SetupSettings
{
    private static readonly Option<Setting> Key = Options.Choice("key", "réglage", CommunityChoices.Setting);
    private static readonly Option<string> Value = Options.Text("value", "valeur", 80);

    public static CommandSpec Spec { get; } = new(Groups.Setup, new("settings", "réglages"))
    {
        Allow = Allow.Admin,
        Options = [Key, Value],
        Positions = (_, _) => [Key, Value],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var community = await r.Db.Communities.SingleAsync(c => c.Id == r.Caller.CommunityId, ct);
        if (!r.Given(Key, out var key))
        {
            return r.Given(Value) ? r.Missing([Key]) : await ListAsync(r, community, ct);
        }

        if (!r.Given(Value, out var value))
        {
            return r.Missing([Value]);
        }

        if (key == Setting.Undelivered)
        {
            return Undelivered.What.Read(value, new Reading(r.Say)).Refused(out var unknown, out _) ? unknown : await AgainAsync(r, ct);
        }

        if (Change(community, key, value, new Reading(r.Say)) is { } refusal)
        {
            return refusal with { Mend = r.Line.With("value", CommandLine.Blank) };
        }

        r.Note();
        return new Reply(r.Say["setup.changed", Of(community, key, r.Say)]);
    }

    private static async Task<Result<Reply>> AgainAsync(Request r, CancellationToken ct)
    {
        r.Note();
        return await Undelivered.SendAgainAsync(r, ct);
    }

    private static Refusal? Change(Community community, Setting key, string value, Reading reading) => key switch
    {
        Setting.Name => Take(SetupFields.Name, value, reading, name => community.Name = name),
        Setting.Language => Take(SetupFields.Language, value, reading, language => community.Language = language),
        Setting.Zone => Take(SetupFields.Zone, value, reading, zone => community.Zone = zone),
        _ => Take(SetupFields.Holidays, value, reading, holidays => community.Holidays = holidays),
    };

    private static Refusal? Take<T>(Option<T> option, string value, Reading reading, Action<T> change)
        where T : notnull
    {
        if (option.Read(value, reading).Refused(out var refusal, out var read))
        {
            return refusal;
        }

        change(read);
        return null;
    }

    private static async Task<Reply> ListAsync(Request r, Community community, CancellationToken ct)
    {
        // A common's own channel stands on the common's page.
        var channels = await r.Db.Channels.Where(c => c.CommunityId == community.Id && c.Door == r.Caller.Door && c.Use != ChannelUse.Common).OrderBy(c => c.Use).ToListAsync(ct);
        var list = new Reply(r.Say["setup.settings", community.Name])
        {
            Lines =
            [
                .. Enum.GetValues<Setting>().Where(s => s != Setting.Undelivered).Select(s => Of(community, s, r.Say)),
                .. channels.Select(c => r.Say["setup.row-channel", CommunityChoices.Use.Label(c.Use, r.Say), Channel.Shown(c.Door, c.ExternalId)]),
            ],
        };
        return await Undelivered.AddAsync(r, list, ct);
    }

    /// <summary>« Fuseau : Europe/Paris ».</summary>
    private static string Of(Community community, Setting key, Say say) => say["setup.row", CommunityChoices.Setting.Label(key, say), key switch
    {
        Setting.Name => community.Name,
        Setting.Language => CommunityChoices.Language.Label(community.Language, say),
        Setting.Zone => community.Zone,
        _ => CommunityChoices.Holidays.Label(community.Holidays, say),
    }];
}
