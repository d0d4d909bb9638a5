"""Rain between walls."""


def rain(walls):
    left, right = 0, len(walls) - 1
    high_left = high_right = water = 0
    while left <= right:
        if high_left <= high_right:
            # The other side is at least as high: the level here is settled.
            high_left = max(high_left, walls[left])
            water += high_left - walls[left]
            left += 1
        else:
            high_right = max(high_right, walls[right])
            water += high_right - walls[right]
            right -= 1
    return water
