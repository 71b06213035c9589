using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Links;

/// <summary>Makes codes, and reads those that are typed: three wrong ones, and no code is read from this person for ten minutes.</summary>
internal static class LinkCodes
{
    public static Option<string> Option { get; } = Options.Text("code", "code", longest: 40);

    /// <summary>A new one; the one before is good no longer.</summary>
    public static async Task<LinkCode> MakeAsync(Request r, bool isOfCommunity, CancellationToken ct)
    {
        var me = r.Caller.PersonId;
        await r.Db.LinkCodes.Where(c => (c.PersonId == me && c.IsOfCommunity == isOfCommunity) || c.Until < r.Now).ExecuteDeleteAsync(ct);
        return r.Db.LinkCodes.Add(new LinkCode
        {
            Code = LinkCode.New(),
            IsOfCommunity = isOfCommunity,
            PersonId = me,
            CommunityId = r.Caller.CommunityId,
            Until = r.Now + LinkCode.Life,
        }).Entity;
    }

    /// <summary>
    /// The code that was typed. Else the sentence that refuses, with <c>link.wrong</c> or <c>link.tries</c>, as a reply and not as a refusal,
    /// because the try that it counts is stored.
    /// </summary>
    public static async Task<(LinkCode? Code, Reply? Refused)> TypedAsync(Request r, string typed, bool isOfCommunity, CancellationToken ct)
    {
        var person = await r.Db.PersonAsync(r.Caller.PersonId, ct);
        if (person.MayTryCodeFrom(r.Now) is { } again)
        {
            return (null, Refused(r, "link.tries", again));
        }

        var read = LinkCode.Read(typed);
        if (await r.Db.LinkCodes.FirstOrDefaultAsync(c => c.Code == read && c.IsOfCommunity == isOfCommunity && c.Until >= r.Now, ct) is { } code
            && (code.PersonId == person.Id || (isOfCommunity && code.CommunityId == r.Caller.CommunityId) || code.OtherPersonId is null || code.OtherPersonId == person.Id))
        {
            return (code, null);
        }

        person.TriedWrongCode(r.Now);
        return (null, Refused(r, "link.wrong", HelpLine(r)));
    }

    private static Reply Refused(Request r, string code, object? argument) => new(r.Say[code, argument]) { Refused = code };

    private static string HelpLine(Request r) => r.Spec.Write(new CommandLine(r.Spec.Path), r.Say.Language);
}
