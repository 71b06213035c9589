using Unisson.Bot.Communities;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Links;

/// <summary>Two memberships that turn out to be one person's in one community.</summary>
internal static class Members
{
    /// <summary>
    /// Takes over what a membership says into another one. Who agreed twice is asked at most as often as the lower of both numbers; who agreed
    /// once, with their own hand, agreed.
    /// </summary>
    public static async Task MoveAsync(BotDb db, Membership from, long communityId, long personId, CancellationToken ct)
    {
        if (await db.Memberships.FindAsync([communityId, personId], ct) is not { } to)
        {
            db.Memberships.Add(new Membership
            {
                CommunityId = communityId,
                PersonId = personId,
                JoinedAt = from.JoinedAt,
                LeftAt = from.LeftAt,
                IsAdmin = from.IsAdmin,
                AdminAt = from.AdminAt,
                IsGuarantor = from.IsGuarantor,
                IsVouched = from.IsVouched,
                IsNamedOutside = from.IsNamedOutside,
                Asks = from.Asks,
                ConsentAt = from.ConsentAt,
                StillTrueAt = from.StillTrueAt,
                DigestAt = from.DigestAt,
                DigestedAt = from.DigestedAt,
            });
            return;
        }

        to.LeftAt = from.LeftAt is null ? null : to.LeftAt;
        to.AdminAt = to.IsAdmin && !(from is { IsAdmin: true, AdminAt: Membership.NamedHere }) ? to.AdminAt : from.AdminAt;
        to.IsAdmin |= from.IsAdmin;
        to.IsGuarantor |= from.IsGuarantor;
        to.IsVouched |= from.IsVouched;
        to.IsNamedOutside &= from.IsNamedOutside;
        to.StillTrueAt = from.StillTrueAt < to.StillTrueAt ? from.StillTrueAt : to.StillTrueAt ?? from.StillTrueAt;
        if (from.Asks > 0 && (to.Asks == 0 || from.Asks < to.Asks))
        {
            (to.Asks, to.ConsentAt) = (from.Asks, from.ConsentAt);
        }
    }
}
