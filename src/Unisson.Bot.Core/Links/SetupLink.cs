using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Links;

/// <summary>
/// <c>/setup link</c>: one community in several places, a Discord server and Matrix rooms. Alone it gives a code; with the code, typed in the
/// other place by who looks after that, it asks the first for its yes, which whoever looks after it can give.
/// </summary>
public static class SetupLink
{
    public static CommandSpec Spec { get; } = new(Groups.Setup, new("link", "relier"))
    {
        Allow = Allow.Admin,
        Options = [LinkCodes.Option],
        Positions = (_, _) => [LinkCodes.Option],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (!r.Given(LinkCodes.Option, out var typed))
        {
            var made = await LinkCodes.MakeAsync(r, isOfCommunity: true, ct);
            return new Reply(r.Say["link.code", made.Shown]) { Lines = [r.Say["link.ours-how", Line(r, made)], r.Say["link.confirm-here"]] };
        }

        var (code, refused) = await LinkCodes.TypedAsync(r, typed, isOfCommunity: true, ct);
        if (code is null)
        {
            return refused!;
        }

        return code.CommunityId != r.Caller.CommunityId ? await ClaimAsync(r, code, ct)
            : code.OtherCommunityId is { } other ? await JoinAsync(r, code, other, ct)
            : new Refusal("link.nobody-yet", Line(r, code));
    }

    private static async Task<Result<Reply>> ClaimAsync(Request r, LinkCode code, CancellationToken ct)
    {
        if (await JoiningCommunities.RefusedAsync(r.Db, code.CommunityId, r.Caller.CommunityId, ct) is { } refusal)
        {
            return refusal;
        }

        r.Note();
        (code.OtherPersonId, code.OtherCommunityId) = (r.Caller.PersonId, r.Caller.CommunityId);
        var here = await r.Db.CommunityAsync(r.Caller.CommunityId, ct);
        var say = await Outbox.SayToAsync(r.Db, code.PersonId, code.CommunityId, r.Now, ct);
        var message = new Reply(say["link.ours-ask", here.Name.Cut(60)])
        {
            Lines = [say["link.ours-who", r.Caller.Name, NetworkChoices.Label(r.Caller.Door, say)], say["link.ours-warning"]],
            Actions = [LinkActions.Ours.On(code.Id, say)],
            Loudness = Loudness.Ping,
        };
        await Outbox.ToPersonAsync(r.Db, code.CommunityId, code.PersonId, $"link:{code.Id}", message, r.Now, notBefore: r.Now, askId: null, ct);
        return new Reply(r.Say["link.ours-asked"]) { Lines = [r.Say["link.ours-or", Line(r, code)]] };
    }

    private static async Task<Result<Reply>> JoinAsync(Request r, LinkCode code, long other, CancellationToken ct)
    {
        if (await JoiningCommunities.RefusedAsync(r.Db, r.Caller.CommunityId, other, ct) is { } refusal)
        {
            return refusal;
        }

        var (kept, gone) = await JoiningCommunities.HasThingsAsync(r.Db, other, ct) ? (other, r.Caller.CommunityId) : (r.Caller.CommunityId, other);
        await JoiningCommunities.JoinAsync(r.Db, kept, gone, ct);
        r.Db.Audit.Add(new() { CommunityId = kept, PersonId = r.Caller.PersonId, At = r.Now, Command = r.Spec.Path });
        var community = await r.Db.CommunityAsync(kept, ct);
        if (code.OtherPersonId is { } claimer)
        {
            var say = await Outbox.SayToAsync(r.Db, claimer, kept, r.Now, ct);
            await Outbox.ToPersonAsync(r.Db, kept, claimer, $"link:{code.Id}", new Reply(say["link.ours-done", community.Name]), r.Now, notBefore: null, askId: null, ct);
        }

        r.Db.LinkCodes.Remove(code);
        return new Reply(r.Say["link.ours-done", community.Name]) { Lines = [r.Say["link.ours-after", r.Catalogue["setup channel"].Write(new CommandLine("setup channel", ("use", "missions"), ("channel", "#missions")), r.Say.Language)]] };
    }

    private static string Line(Request r, LinkCode code) => r.Spec.Write(new CommandLine(r.Spec.Path, ("code", code.Shown)), r.Say.Language);
}
