using System.Security.Cryptography;

namespace Unisson.Bot.Missions;

/// <summary>Numbers outside the row, for what is of a private mission: four random digits that nothing else has, more where these are nearly used up.</summary>
internal static class NumberApart
{
    private const int Tries = 20, Four = 10_000, Eight = 100_000_000;

    public static async Task<int> FreeAsync(Func<int, Task<bool>> isTaken)
    {
        for (var tries = 0; ; tries++)
        {
            var number = RandomNumberGenerator.GetInt32(tries < Tries ? Four : Eight);
            if (!await isTaken(number))
            {
                return number;
            }
        }
    }
}
