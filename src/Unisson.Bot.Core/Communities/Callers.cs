using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Digests;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Communities;

/// <summary>What is stored about who speaks, and about the community they speak in.</summary>
public sealed record Speaker(
    long PersonId, string Name, Language? Language, Language? Guess, string? Zone, bool IsMember, bool IsAdmin, bool IsGuarantor, Language CommunityLanguage, string CommunityZone);

/// <summary>Finds out who speaks.</summary>
public static class Callers
{
    /// <summary>The caller, or null when this account has never been seen here.</summary>
    /// <param name="tells">The language that the words they typed tell, if any.</param>
    public static async Task<Caller?> FindAsync(BotDb db, Incoming incoming, long communityId, Language? tells, CancellationToken ct)
    {
        if (await db.SpeakerAsync(incoming.Door, incoming.Account, communityId, ct) is not { } known)
        {
            return null;
        }

        var language = known.Language ?? tells ?? known.Guess ?? known.CommunityLanguage;
        var communityZone = Zones.Get(known.CommunityZone);
        var zone = known.Zone is null ? communityZone : Zones.Get(known.Zone);
        return new Caller(known.PersonId, known.Name, communityId, incoming.Door, incoming.Channel, language, zone)
        {
            TypedIn = incoming.TypedIn ?? incoming.Channel,
            LanguageGuess = known.Guess,
            IsMember = known.IsMember,
            IsAdmin = known.IsMember && known.IsAdmin,
            IsGuarantor = known.IsMember && known.IsGuarantor,
            CommunityZone = communityZone,
            CommunityLanguage = known.CommunityLanguage,
        };
    }

    /// <summary>Somebody who was never seen here and only looks: no person, no standing. Null where there is no such community.</summary>
    public static async Task<Caller?> StrangerAsync(BotDb db, Incoming incoming, long communityId, CancellationToken ct)
        => await db.Communities.FirstOrDefaultAsync(c => c.Id == communityId, ct) is { } community
            ? new Caller(0, incoming.Name, communityId, incoming.Door, incoming.Channel, incoming.Locale ?? community.Language, Zones.Get(community.Zone))
            {
                CommunityZone = Zones.Get(community.Zone),
                CommunityLanguage = community.Language,
            }
            : null;

    /// <summary>Makes a person of an account seen for the first time. The first person of a community looks after it, and keeps the method until a guarantor is found.</summary>
    public static async Task<Person> WelcomeAsync(BotDb db, Incoming incoming, long communityId, DateTimeOffset now, CancellationToken ct)
    {
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.Door == incoming.Door && a.ExternalId == incoming.Account, ct);
        var person = account is null ? db.People.Add(new Person { Name = incoming.Name }).Entity : await db.PersonAsync(account.PersonId, ct);
        await db.SaveChangesAsync(ct);
        if (account is null)
        {
            db.Accounts.Add(new Account { PersonId = person.Id, Door = incoming.Door, ExternalId = incoming.Account, Name = incoming.Name, IsReachable = !incoming.IsNetwork });
        }

        person.Name = await Naming.ToldApartAsync(db, person, incoming.Handle ?? incoming.Account, communityId, ct);

        // Where the network says who looks after the place, it says so itself.
        var first = !incoming.IsNetwork && !await db.Memberships.AnyAsync(m => m.CommunityId == communityId, ct);
        var member = db.Memberships.Add(new Membership { CommunityId = communityId, PersonId = person.Id, JoinedAt = now, IsAdmin = first, IsGuarantor = first }).Entity;
        await DigestTimes.PlanAsync(db, member, person, now, ct);
        await db.SaveChangesAsync(ct);
        return person;
    }

    /// <summary>Makes people of accounts that a command names and that were never seen in this community: what is said of them waits for their own yes.</summary>
    public static async Task MeetAsync(BotDb db, string door, IReadOnlyList<NamedAccount> accounts, long communityId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var account in accounts)
        {
            if (await db.SpeakerAsync(door, account.Id, communityId, ct) is null)
            {
                await WelcomeAsync(db, new Incoming(door, "", account.Id, account.Name, null) { IsNetwork = true, Handle = account.Handle }, communityId, now, ct);
            }
        }
    }

    /// <summary>Brings standing in line with the network: who manages the place looks after the space, and the first of them keeps the method until a guarantor is found.</summary>
    public static async Task<Caller> AsTheNetworkSaysAsync(BotDb db, Caller caller, bool? manages, CancellationToken ct)
    {
        if (manages is not { } admin || (admin == caller.IsAdmin && caller.IsMember))
        {
            return caller;
        }

        // Whoever acts there again has come back.
        var yes = true;
        var member = (await db.Memberships.FindAsync([caller.CommunityId, caller.PersonId], ct))!;
        member.LeftAt = null;
        var isNamed = member is { IsAdmin: true, AdminAt: Membership.NamedHere };
        if (!isNamed && (admin || member.AdminAt is null || member.AdminAt == caller.Door))
        {
            // Somebody with accounts on two networks may look after one place and not the other.
            (member.IsAdmin, member.AdminAt) = (admin, admin ? caller.Door : null);
        }

        member.IsGuarantor |= admin && !await db.Memberships.AnyAsync(m => m.CommunityId == caller.CommunityId && m.IsGuarantor == yes, ct);
        await db.SaveChangesAsync(ct);
        return caller with { IsMember = true, IsAdmin = member.IsAdmin, IsGuarantor = member.IsGuarantor };
    }
}
