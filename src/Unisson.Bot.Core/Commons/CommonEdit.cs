using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commons;

/// <summary>
/// <c>/common edit</c>: changes what the directory says of a common. For who added it, and for those who look after the space or keep the
/// method; its short name stays, because links and lines lean on it.
/// </summary>
public static class CommonEdit
{
    private static readonly Option<string> Which = new(new Name("common", "commun", "slug", "nom-court"), (text, _) => text) { Needed = true, Picks = Picks.Common };

    public static CommandSpec Spec { get; } = new(Groups.Common, new("edit", "modifier"))
    {
        Allow = Allow.Member,
        Options = [Which, .. CommonFields.All],
        Form = [Which, CommonFields.Name, CommonFields.About],
        Run = RunAsync,
    };

    /// <summary>The line that says of a common what a line meant to add says.</summary>
    internal static CommandLine LineFor(Request r, string slug)
    {
        var values = r.Line.Values.Where(v => v.Key != "slug").ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        return new CommandLine(Spec.Path, values).With(Which.Name.English, slug);
    }

    /// <summary>Refusal <c>common.not-yours</c> to who may not change what is said of it; null to the others.</summary>
    internal static async Task<Refusal?> NotYoursAsync(Request r, Common common, CancellationToken ct) => common.IsEditedBy(r.Caller)
        ? null
        : new Refusal("common.not-yours", common.Name, await r.Db.People.Where(p => p.Id == common.AddedBy).Select(p => p.Name).FirstAsync(ct));

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.CommonAsync(Which, ct)).Refused(out var refusal, out var common))
        {
            return refusal;
        }

        if (await NotYoursAsync(r, common, ct) is { } others)
        {
            return others;
        }

        if (CommonChannels.Read(r).Refused(out var closed, out var channel))
        {
            return closed;
        }

        var before = CommonFields.Before(r, common, await CommonChannels.OwnAsync(r, common, ct)).ToArray();
        if (before.Length == 0)
        {
            return new Refusal("common.edit-empty", common.Name) { Mend = r.Line.With("common", common.Slug).With("about", CommandLine.Blank) };
        }

        CommonFields.Apply(r, common);
        await r.Db.IndexAsync(common, ct);
        await CommonChannels.BindAsync(r, common, channel, ct);
        r.Db.Audit.Add(new AuditRow { CommunityId = common.CommunityId, PersonId = r.Caller.PersonId, At = r.Now, Command = Spec.Path });
        var undo = new CommandLine(Spec.Path, [("common", common.Slug), .. before]);
        return new Reply(r.Say["common.edited", common.Name, common.Slug]) { Lines = [r.Say["common.undo"], Spec.Write(undo, r.Caller.Language)] };
    }
}
